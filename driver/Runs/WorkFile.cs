using System.Text.Json;

namespace FlashSale.Driver;

/// <summary>
/// What one of several driver processes is told: its part of the load, where, how, and when.
/// </summary>
/// <param name="Work">The load.</param>
/// <param name="Url">The API.</param>
/// <param name="Way">How commands travel.</param>
/// <param name="Connections">Over how many connections.</param>
/// <param name="BeginsAt">When all processes begin together.</param>
/// <param name="TallyPath">Where to write what was counted.</param>
/// <param name="StopsWithInput">
/// Whether the load is stopped when standard input ends: whoever started the process holds its other end, and
/// is gone or wants it to stop.
/// </param>
public sealed record PartOrder(
    LoadWork Work, Uri Url, Way Way, int Connections, DateTimeOffset BeginsAt, string TallyPath,
    bool StopsWithInput = false);

/// <summary>Writes and reads the orders of driver processes.</summary>
public static class WorkFile
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The order as text.</summary>
    public static string Write(PartOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (work, limits) = (order.Work, order.Work.Limits);
        return JsonSerializer.Serialize(new Form(
            [.. work.Curve.PerSecond], [.. work.Phases],
            [.. work.Listings.Select(one => new FormListing(one.Id.Value, one.Price.Fen, one.Weight))],
            work.Buyers.First, work.Buyers.Count, work.Buyers.FirstCheckout, work.Seed, work.Spacing,
            work.Mix, work.Shard.Number, work.Shard.Of, limits.InFlightMax, limits.AnswerWithin, order.Url,
            order.Way, order.Connections, order.BeginsAt, order.TallyPath, order.StopsWithInput));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is no order.</exception>
    public static PartOrder Read(string text)
    {
        Form form;
        try
        {
            form = JsonSerializer.Deserialize<Form>(text, Strict)
                ?? throw new InvalidDataException("the order is empty");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"this is no order of a driver process: {wrong.Message}", wrong);
        }

        return new PartOrder(
            new LoadWork
            {
                Curve = new ArrivalCurve(form.Rates),
                Phases = form.Phases,
                Listings =
                [
                    .. form.Listings.Select(one => new WantedListing(
                        new ListingId(one.Id), Money.FromFen(one.PriceFen), one.Weight)),
                ],
                Buyers = new Buyers(form.FirstBuyer, form.Buyers, form.FirstCheckout),
                Seed = form.Seed,
                Spacing = form.Spacing,
                Mix = form.Mix,
                Shard = new Shard(form.Shard, form.Shards),
                Limits =
                    new OpenLoopLimits { InFlightMax = form.InFlightMax, AnswerWithin = form.AnswerWithin },
            },
            form.Url, form.Way, form.Connections, form.BeginsAt, form.TallyPath, form.StopsWithInput);
    }

    private sealed record FormListing(int Id, long PriceFen, double Weight);

    private sealed record Form(
        double[] Rates, PhaseSpan[] Phases, FormListing[] Listings, int FirstBuyer, int Buyers,
        int FirstCheckout, ulong Seed, Spacing Spacing, OrderMix Mix, int Shard, int Shards, int InFlightMax,
        TimeSpan AnswerWithin, Uri Url, Way Way, int Connections, DateTimeOffset BeginsAt, string TallyPath,
        bool StopsWithInput);
}
