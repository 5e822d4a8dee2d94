using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>Everything that can be set about a silo; docs/guides/cluster.md shows the same table.</summary>
internal static class SiloSettings
{
    public static readonly Setting Cluster = new(
        "Cluster", "--cluster", "KIND",
        "Where rows are kept and how silos find each other: a file of this one silo, a PostgreSQL "
            + "database that silos share, or nowhere.",
        "sqlite, postgres or memory", "sqlite");

    public static readonly Setting Folder = new(
        "Folder", "--folder", "FOLDER", "Where a silo alone keeps its rows; made if missing.",
        "a folder that can be written", "market");

    public static readonly Setting Connection = new(
        "Connection", "--connection", "TEXT",
        "The database of a PostgreSQL cluster: «Host=…;Username=…;Password=…;Database=…». "
            + "Better in the environment than on the command line, where others can read it.",
        "a connection string of Npgsql; with postgres only");

    public static readonly Setting ClusterId = new(
        "ClusterId", "--cluster-id", "NAME", "The name that silos of one cluster share.",
        "1 to 100 letters, digits, '-' and '_'", "flashsale");

    public static readonly Setting Name = new(
        "Name", "--name", "NAME",
        "What this silo is called on pages, in logs and in the table of members; its start is put behind it. "
            + "Usual is its address and port.",
        "1 to 100 letters, digits, '-' and '_'");

    public static readonly Setting Address = new(
        "Address", "--address", "IP", "The address at which other silos reach this one.",
        "an IP address of this machine", "127.0.0.1");

    public static readonly Setting SiloPort = new(
        "SiloPort", "--silo-port", "PORT", "The port for other silos.",
        "0 to 65535; 0 takes a free one", "0");

    public static readonly Setting GatewayPort = new(
        "GatewayPort", "--gateway-port", "PORT", "The port for Orleans clients.",
        "0 to 65535; 0 takes a free one", "0");

    public static readonly Setting Urls = new(
        "Urls", "--urls", "URL", "Where HTTP is served; several with ';' between them.",
        "http://127.0.0.1:PORT, or http://ADDRESS:PORT with both keys set; port 0 takes a free one",
        "http://127.0.0.1:5080");

    public static readonly Setting ApiKey = new(
        "ApiKey", "", "KEY", "What callers have to show; if set, all of them.",
        $"{ApiKeys.LengthMin} to {ApiKeys.LengthMax} characters, with an operator key");

    public static readonly Setting OperatorKey = new(
        "OperatorKey", "", "KEY", "What operators have to show.",
        $"{ApiKeys.LengthMin} to {ApiKeys.LengthMax} characters, not the API key, and with one");

    public static readonly Setting TrustLoopback = new(
        "TrustLoopback", "--trust-loopback", "YES-NO",
        "Whether callers on this machine need no key although keys are set, and are operators. Not behind a "
            + "proxy on this machine: it makes every stranger such a caller.",
        "yes with both keys set, or no", "no");

    public static readonly Setting OrleansDashboard = new(
        "OrleansDashboard", "--orleans-dashboard", "YES-NO",
        "Whether Orleans' own dashboard is at /orleans, for operators. The same for all silos of a cluster.",
        "yes or no", "no");

    public static readonly Setting Streams = new(
        "Streams", "--streams", "KIND",
        "How events of orders travel: in memory, or through the database. Usual is what fits the cluster.",
        "memory, or with postgres database");

    public static readonly Setting Policy = new(
        "Policy", "--policy", "FILE",
        "A YAML file of policy numbers that differ from the rule book's, as the block «policy» of a "
            + "scenario. The same for all silos of a cluster.",
        "a file that can be read");

    public static readonly Setting Alerts = new(
        "Alerts", "--alerts", "FILE",
        "A JSON list of the rules by which the dashboard raises alerts, instead of the usual ones.",
        "a file that can be read");

    public static readonly Setting ResponseWithin = new(
        "ResponseWithin", "--response-within", "SECONDS", "How long a caller waits for a grain's answer.",
        "1 to 600", "30");

    public static readonly Setting IdleWithin = new(
        "IdleWithin", "--idle-within", "SECONDS", "How long a grain that nobody calls stays in memory.",
        "70 to 86400", "900");

    public static readonly Setting SilentWithin = new(
        "SilentWithin", "--silent-within", "SECONDS",
        "How long a silo may be silent until the others take over its grains.", "3 to 600", "9");

    public static readonly Setting DrainWithin = new(
        "DrainWithin", "--drain-within", "SECONDS",
        "How long a silo that is asked to stop may finish what it has begun.", "1 to 600", "30");

    public static readonly Setting StudySlots = new(
        "StudySlots", "--study-slots", "NUMBER",
        "How many runs of studies this silo carries out at once, each on a thread below normal priority. 0 "
            + "on silos that serve buyers.",
        "0 to 256", "0");

    public static readonly Setting Logs = new(
        "Logs", "--logs", "FOLDER", "Where log files are kept, a week of them; made if missing.",
        "a folder that can be written", "market/logs");

    public static readonly Setting LogLevels = new(
        "LogLevels", "--log-levels", "LIST",
        "From which level on messages are written, by the beginning of the category they come from; Default "
            + "is for all others.",
        "CATEGORY=LEVEL, several with ';' between them; levels are Trace, Debug, Information, Warning, "
            + "Error, Critical and None",
        "Default=Warning;FlashSale=Information");

    public static readonly Setting ReadyFile = new(
        "ReadyFile", "--ready-file", "FILE",
        "A JSON file that is there while the silo serves: its name, process, addresses and ports. For "
            + "whoever starts silos by program.",
        "a file in a folder that can be written");

    /// <summary>All of them, in the order of the help.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Cluster, Folder, Connection, ClusterId, Name, Address, SiloPort, GatewayPort, Urls, ApiKey,
        OperatorKey, TrustLoopback, OrleansDashboard, Streams, Policy, Alerts, ResponseWithin, IdleWithin,
        SilentWithin, DrainWithin, StudySlots, Logs, LogLevels, ReadyFile,
    ];
}
