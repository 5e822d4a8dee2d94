using System.Globalization;

namespace FlashSale.Dashboard;

/// <summary>Checks that follow from what a host tells anyway.</summary>
public static class LiveChecks
{
    /// <summary>No unit of these listings is sold or held twice (rule INV-1).</summary>
    public static AuditCheck NothingOversold(IReadOnlyList<BestSeller> hot)
    {
        ArgumentNullException.ThrowIfNull(hot);
        var findings = new AuditFindings("no-oversell", "INV-1");
        foreach (var one in hot)
        {
            var (putIn, forSale, held, sold, _) = one.Stock;
            findings.Expect(
                forSale >= 0 && held >= 0 && sold >= 0 && forSale + held + sold == putIn,
                $"{one.Id}: put in {putIn}, for sale {forSale}, held {held}, sold {sold}");
        }

        return findings.Close(string.Create(
            CultureInfo.InvariantCulture, $"{hot.Count} hot listings: sold + held + for sale = put in"));
    }
}
