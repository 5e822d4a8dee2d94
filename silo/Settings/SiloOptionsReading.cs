using System.Net;
using FlashSale.Dashboard;
using FlashSale.Simulator;
using Npgsql;

namespace FlashSale.Silo;

/// <summary>What came of reading a silo's settings.</summary>
/// <param name="Options">The options; null if there are problems.</param>
/// <param name="Problems">Each names a setting and what is allowed.</param>
internal sealed record SiloOptionsReading(SiloOptions? Options, IReadOnlyList<string> Problems)
{
    private const int NameLengthMax = 100;
    private const int StudySlotsMax = 256;

    /// <summary>Reads and checks all settings; finds every problem, not only the first.</summary>
    /// <exception cref="IOException">The policy file is there and cannot be read.</exception>
    public static SiloOptionsReading Of(IConfiguration configuration)
    {
        var reader = new SettingReader(configuration);
        var kind = reader.Word(
            SiloSettings.Cluster, reader.Text(SiloSettings.Cluster), ClusterKind.Sqlite);
        var keys = KeysOf(reader);
        var options = new SiloOptions
        {
            Cluster = kind,
            Folder = Path.GetFullPath(reader.Text(SiloSettings.Folder)),
            Connection = Connection(reader, kind),
            ClusterId = reader.Value(SiloSettings.ClusterId, text => IsName(text) ? text : null, ""),
            Name = reader.Value(
                SiloSettings.Name, text => text.Length == 0 || IsName(text) ? text : null, ""),
            Address = reader.Value(SiloSettings.Address, AddressOf, IPAddress.Loopback),
            SiloPort = reader.Number(SiloSettings.SiloPort, 0, IPEndPoint.MaxPort),
            GatewayPort = reader.Number(SiloSettings.GatewayPort, 0, IPEndPoint.MaxPort),
            Keys = keys,
            TrustsLoopback = TrustsLoopback(reader, keys),
            Urls = reader.Value(SiloSettings.Urls, text => Urls(text, keys), []),
            HasOrleansDashboard = reader.IsYes(SiloSettings.OrleansDashboard),
            Streams = Streams(reader, kind),
            Policy = PolicyOf(reader),
            Alerts = AlertsOf(reader),
            ResponseWithin = reader.Seconds(SiloSettings.ResponseWithin, 1, 600),
            IdleWithin = reader.Seconds(SiloSettings.IdleWithin, 70, 86_400),
            SilentWithin = reader.Seconds(SiloSettings.SilentWithin, 3, 600),
            DrainWithin = reader.Seconds(SiloSettings.DrainWithin, 1, 600),
            StudySlots = reader.Number(SiloSettings.StudySlots, 0, StudySlotsMax),
            Logs = Path.GetFullPath(reader.Text(SiloSettings.Logs)),
            LogLevels = LogLevelsReader.Of(reader, configuration),
            ReadyFile = reader.Text(SiloSettings.ReadyFile) is { Length: > 0 } file
                ? Path.GetFullPath(file)
                : null,
            Collector = CollectorOf(reader, configuration),
        };
        return new SiloOptionsReading(reader.Problems.Count == 0 ? options : null, reader.Problems);
    }

    private static Uri? CollectorOf(SettingReader reader, IConfiguration configuration)
    {
        if (MetricsExport.Read(name => configuration[name], out var collector) is { } problem)
        {
            reader.Refuse(problem);
        }

        return collector;
    }

    private static bool IsName(string text) => text.Length is > 0 and <= NameLengthMax
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static IPAddress? AddressOf(string text) =>
        IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any)
            && !address.Equals(IPAddress.IPv6Any)
            ? address
            : null;

    // Without keys, nobody on another machine may do anything: so it is not even listened to.
    private static List<Uri>? Urls(string text, ApiKeys? keys)
    {
        var urls = new List<Uri>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(part, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp
                || url.AbsolutePath != "/" || (!url.IsLoopback && keys is null))
            {
                return null;
            }

            urls.Add(url);
        }

        return urls;
    }

    private static bool TrustsLoopback(SettingReader reader, ApiKeys? keys)
    {
        var trusts = reader.IsYes(SiloSettings.TrustLoopback);
        if (trusts && keys is null)
        {
            reader.Refuse(SiloSettings.TrustLoopback);
        }

        return trusts;
    }

    private static ApiKeys? KeysOf(SettingReader reader)
    {
        var (anyone, operators) = (reader.Text(SiloSettings.ApiKey), reader.Text(SiloSettings.OperatorKey));
        if (anyone.Length == 0 && operators.Length == 0)
        {
            return null;
        }

        try
        {
            return new ApiKeys(anyone, operators);
        }
        catch (ArgumentException refusal)
        {
            var which = refusal.ParamName == "apiKey" ? SiloSettings.ApiKey : SiloSettings.OperatorKey;
            reader.Refuse(which, refusal.Message);
            return null;
        }
    }

    // The text is never repeated in a message: it may hold a password.
    private static string Connection(SettingReader reader, ClusterKind kind)
    {
        var text = reader.Text(SiloSettings.Connection);
        if (kind != ClusterKind.Postgres || text.Length == 0)
        {
            if (kind == ClusterKind.Postgres || text.Length > 0)
            {
                reader.Refuse(
                    SiloSettings.Connection, text.Length == 0 ? "it is missing" : "it is of no use");
            }

            return "";
        }

        try
        {
            if (new NpgsqlConnectionStringBuilder(text).Host is null)
            {
                reader.Refuse(SiloSettings.Connection, "it names no Host");
            }
        }
        catch (Exception refusal) when (refusal is ArgumentException or FormatException)
        {
            reader.Refuse(SiloSettings.Connection, refusal.Message);
        }

        return text;
    }

    private static StreamKind Streams(SettingReader reader, ClusterKind kind)
    {
        var isShared = kind == ClusterKind.Postgres;
        var usual = isShared ? StreamKind.Database : StreamKind.Memory;
        if (reader.Text(SiloSettings.Streams) is not { Length: > 0 } text)
        {
            return usual;
        }

        var streams = reader.Word(SiloSettings.Streams, text, usual);
        if (streams == StreamKind.Database && !isShared)
        {
            reader.Refuse(SiloSettings.Streams);
        }

        return streams;
    }

    private static IReadOnlyList<AlertRule> AlertsOf(SettingReader reader)
    {
        if (reader.Text(SiloSettings.Alerts) is not { Length: > 0 } file)
        {
            return AlertRule.Usual;
        }

        var (rules, problem) = AlertFile.ReadFile(file);
        if (problem is not null)
        {
            reader.Refuse(SiloSettings.Alerts, $"{file}: {problem}");
        }

        return rules;
    }

    private static Policy PolicyOf(SettingReader reader)
    {
        if (reader.Text(SiloSettings.Policy) is not { Length: > 0 } file)
        {
            return new Policy();
        }

        if (!File.Exists(file))
        {
            reader.Refuse(SiloSettings.Policy, $"there is no file {file}");
            return new Policy();
        }

        var reading = TextFile.Read(file, ScenarioReader.ReadPolicy);
        foreach (var problem in reading.Problems)
        {
            reader.Refuse(SiloSettings.Policy, problem.ToString());
        }

        return PolicySetting.Apply(new Policy(), reading.Value ?? []);
    }
}
