using System.Globalization;

namespace FlashSale.Grains;

/// <summary>
/// Compares what reputation, telemetry and searches were told with what orders say (rules REP-1, REP-2,
/// SRC-1).
/// </summary>
internal sealed class VerdictCount(GrainRoom room, OrderCount orders)
{
    /// <summary>Runs the checks.</summary>
    public async Task<IReadOnlyList<AuditCheck>> Run() =>
        [await VerdictsArrived(), await EventsArrived(), await SalesArrived()];

    private async Task<AuditCheck> VerdictsArrived()
    {
        var findings = new AuditFindings("reputation-equals-verdicts", "REP-1, REP-2");
        var (stores, buyers) = (0L, 0L);
        await foreach (var (key, one) in RowPages.All<ReputationState>(room, RowKind.Reputation))
        {
            var verdicts = (long)one.Credit.Good + one.Credit.Medium + one.Credit.Poor;
            stores += OwnerKey.IsStore(key.Owner) ? verdicts : 0;
            buyers += OwnerKey.IsStore(key.Owner) ? 0 : verdicts;
        }

        findings.Expect(
            (stores, buyers) == orders.Verdicts,
            $"{stores} verdicts on stores and {buyers} on buyers arrived, "
                + $"orders say {orders.Verdicts.OfStores} and {orders.Verdicts.OfBuyers}");
        return findings.Close(string.Create(
            CultureInfo.InvariantCulture, $"{stores:#,0} verdicts on stores, {buyers:#,0} on buyers"));
    }

    private async Task<AuditCheck> SalesArrived()
    {
        var findings = new AuditFindings("sales-are-counted-once", "SRC-1");
        var (today, counted) = (ChinaTime.DayOf(room.Now), 0L);
        for (var partition = 0; partition < OrderFeed.Partitions; partition++)
        {
            var sums = await room.Grains.Sales(partition).Sums(today, SearchPolicy.SalesDaysMax);
            counted += SalesRows.Unpack(sums.Packed).Sum(one => (long)one.Sales);
        }

        var sold = orders.PaidLines.Where(one => one.Key > today - SearchPolicy.SalesDaysMax)
            .Sum(one => one.Value);
        findings.Expect(counted == sold, $"{counted} sales are counted, orders say {sold}");
        return findings.Close(string.Create(
            CultureInfo.InvariantCulture, $"{counted:#,0} sales of the last days counted once each"));
    }

    private async Task<AuditCheck> EventsArrived()
    {
        var findings = new AuditFindings("events-arrive-once", "ORD-4");
        var left = 0L;
        await foreach (var _ in RowPages.All<OrderEvent>(room, RowKind.Event))
        {
            left++;
        }

        var seen = (await room.Grains.Telemetry.Sales()).Figures.Totals.OrdersPaid;
        findings.Expect(left == 0, $"{left} events are not published");
        findings.Expect(
            seen == orders.PaidOrders, $"{seen} payments were told, orders say {orders.PaidOrders}");
        return findings.Close(string.Create(
            CultureInfo.InvariantCulture, $"{seen:#,0} payments told once each"));
    }
}
