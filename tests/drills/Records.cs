using System.Globalization;
using System.Text.Json;

namespace FlashSale.Drill;

/// <summary>What was acknowledged, line by line in a file, and what came of the drill.</summary>
internal sealed class Records(string folder)
{
    /// <summary>How numbers are written.</summary>
    public static readonly CultureInfo Numbers = CultureInfo.InvariantCulture;

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private string AcknowledgedFile => Path.Combine(folder, "acknowledged.txt");

    private string LoadFile => Path.Combine(folder, "load.json");

    /// <summary>The file of acknowledged checkouts, to be added to.</summary>
    public StreamWriter Append() => new(AcknowledgedFile, append: true);

    /// <summary>Every checkout that was acknowledged, with what is known of its payment.</summary>
    public IReadOnlyCollection<Acknowledged> Read()
    {
        var all = new Dictionary<CheckoutId, Acknowledged>();
        foreach (var line in File.ReadLines(AcknowledgedFile))
        {
            var parts = line.Split(' ');
            var id = CheckoutId.FromPacked(long.Parse(parts[1], Numbers))!.Value;
            var money = Money.FromFen(long.Parse(parts[^1], Numbers));
            all[id] = parts[0] == "placed"
                ? new Acknowledged(id, int.Parse(parts[2], Numbers), money, Money.Zero)
                : all[id] with { Paid = money };
        }

        return all.Values;
    }

    /// <summary>Keeps what the load saw.</summary>
    public void Write(LoadSeen seen) => File.WriteAllText(LoadFile, JsonSerializer.Serialize(seen, Json));

    /// <summary>Keeps the verdict, and what the load saw with it.</summary>
    public void Write(Verdict verdict) => File.WriteAllText(
        Path.Combine(folder, "verdict.json"),
        JsonSerializer.Serialize(
            verdict with { Load = JsonSerializer.Deserialize<LoadSeen>(File.ReadAllText(LoadFile), Json) },
            Json));
}

/// <summary>A checkout that was acknowledged: it must exist, once, whatever happened.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Orders">How many orders it made.</param>
/// <param name="Total">What they cost.</param>
/// <param name="Paid">What was acknowledged as paid; zero if nothing is known of the payment.</param>
internal sealed record Acknowledged(CheckoutId Id, int Orders, Money Total, Money Paid);

/// <summary>What a load saw.</summary>
/// <param name="Placed">Checkouts that were acknowledged.</param>
/// <param name="Paid">Payments that were acknowledged.</param>
/// <param name="Refused">Checkouts that were refused, by the refusal.</param>
/// <param name="SentAgain">How often a request without an answer was sent again.</param>
/// <param name="Unknown">Requests that never got an answer.</param>
/// <param name="LongestSilenceMs">The longest time without any acknowledgement.</param>
internal sealed record LoadSeen(
    long Placed, long Paid, IReadOnlyDictionary<string, long> Refused, long SentAgain, long Unknown,
    long LongestSilenceMs);

/// <summary>What came of the drill.</summary>
/// <param name="Passed">Whether nothing is wrong.</param>
/// <param name="Orders">How many acknowledged orders were looked up.</param>
/// <param name="ReadyAfterMs">How long the next silo took to be ready after all had been killed.</param>
/// <param name="Problems">The first things that are wrong.</param>
/// <param name="Audit">What the audit found.</param>
/// <param name="Load">What the load saw.</param>
internal sealed record Verdict(
    bool Passed, long Orders, int ReadyAfterMs, IReadOnlyList<string> Problems,
    IReadOnlyList<AuditCheck> Audit, LoadSeen? Load = null);
