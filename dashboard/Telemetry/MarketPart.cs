using System.Text.Json;

namespace FlashSale.Dashboard;

/// <summary>The part of a frame that tells of the market.</summary>
internal sealed class MarketPart(Utf8JsonWriter json, MarketFigures market)
{
    public void Write(MarketReading reading)
    {
        json.WriteNumber("now", reading.Now.ToUnixTimeMilliseconds());
        WriteTotals(reading.Totals);
        WriteRates();
        WriteAmounts("categories", reading.Categories);
        WriteAmounts("regions", reading.Regions);
        WriteAmounts("refusals", reading.Refusals);
        WriteHot(reading);
        WriteStreams(reading.Streams);
        WriteChecks(json, reading.Checks);
        WriteSwitches(reading);
        if (reading.AdmittedPerSecond is { } admitted)
        {
            json.WriteNumber("admitted", admitted);
        }
    }

    public static void WriteChecks(Utf8JsonWriter json, IEnumerable<AuditCheck> checks) =>
        json.WriteObjects("checks", checks, check => WriteCheck(json, check));

    public static void WriteCheck(Utf8JsonWriter json, AuditCheck check)
    {
        json.WriteString("name", check.Name);
        json.WriteString("rule", check.Rule);
        json.WriteBoolean("passed", check.Passed);
        json.WriteNumber("checked", check.Checked);
        json.WriteString("detail", check.Detail);
    }

    private void WriteTotals(MarketTotals totals)
    {
        json.WriteStartObject("totals");
        json.WriteNumber("placed", totals.Counted.OrdersPlaced);
        json.WriteNumber("paid", totals.Counted.OrdersPaid);
        json.WriteNumber("gmvFen", totals.Counted.Gmv.Fen);
        json.WriteNumber("refunds", totals.Counted.Refunds);
        json.WriteNumber("refundedFen", totals.Counted.Refunded.Fen);
        if (totals.Escrow is { } escrow)
        {
            json.WriteNumber("escrowFen", escrow.Fen);
        }

        json.WriteNumber("alive", totals.Alive);
        json.WriteNumber("confirmed", totals.Counted.OrdersConfirmed);
        json.WriteNumber("soldOut", totals.SoldOut);
        json.WriteEndObject();
    }

    private void WriteRates()
    {
        json.WriteStartObject("rates");
        json.WriteNumber("orders", Math.Round(market.OrdersPerSecond, 2));
        json.WriteNumber("payments", Math.Round(market.PaymentsPerSecond, 2));
        WritePeak("peakOrders", market.PeakOrders);
        WritePeak("peakPayments", market.PeakPayments);
        json.WriteEndObject();
    }

    private void WritePeak(string name, (long PerSecond, long UnixSeconds) peak)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(peak.PerSecond);
        json.WriteNumberValue(peak.UnixSeconds);
        json.WriteEndArray();
    }

    private void WriteAmounts(string name, IReadOnlyList<NamedAmount> amounts) =>
        json.WriteRows(name, amounts, one =>
        {
            json.WriteStringValue(one.Name);
            json.WriteNumberValue(one.Count);
            json.WriteNumberValue(one.Amount.Fen);
        });

    private void WriteHot(MarketReading reading) => json.WriteObjects("hot", reading.Hot, one =>
    {
        json.WriteString("id", one.Id.ToString());
        json.WriteString("title", one.Title);
        json.WriteNumber("priceFen", one.Price.Fen);
        json.WriteNumber("putIn", one.Stock.PutIn);
        json.WriteNumber("sold", one.Stock.Sold);
        json.WriteNumber("held", one.Stock.Held);
        json.WriteNumber("forSale", one.Stock.ForSale);
        json.WriteNumber("refusals", one.Stock.Refusals);
        json.WriteNumber("paidFen", one.Paid.Fen);
        json.WriteNumber("rate", Math.Round(market.UnitsPerSecond(one.Id), 2));
    });

    private void WriteStreams(IReadOnlyList<StreamLag> all) => json.WriteObjects("streams", all, one =>
    {
        json.WriteString("name", one.Name);
        json.WriteNumber("waiting", one.Waiting);
        json.WriteBoolean("more", one.HasMore);
        json.WriteNumber("lagMs", Math.Round(one.LagSeconds * 1_000));
    });

    private void WriteSwitches(MarketReading reading)
    {
        var board = SwitchBoard.Of(reading.Flips);
        json.WriteObjects("switches", Enum.GetValues<Switch>(), which =>
        {
            json.WriteString("switch", WordTable<Switch>.Of(which));
            json.WriteBoolean("on", board.IsOn(which, reading.Now));
            if (board.LastOf(which) is { } last)
            {
                json.WriteString("who", ShownText.Of(last.Who));
                json.WriteString("why", ShownText.Of(last.Why));
                json.WriteNumber("since", last.Since.ToUnixTimeMilliseconds());
                if (last.Until is { } until)
                {
                    json.WriteNumber("until", until.ToUnixTimeMilliseconds());
                }
            }
        });
    }
}
