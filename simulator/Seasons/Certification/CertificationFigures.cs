namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>Stores that opened in some weeks, and how many of them are certified.</summary>
public sealed record CertificateCohort(
    [Figure("–", "before, or the first day of the sixty in which they opened")] string Opened,
    [Figure("stores", "of those that are open at the end")] long Stores,
    [Figure("share", "of those that are certified")] double Certified);

/// <summary>Certification of a season in numbers (MODELS M1); of the measured days.</summary>
public sealed record CertificationFigures(
    [Figure("share", "of orders delivered by stores in their first 90 days, faulty by intent: truth")]
    double CheatingYoung,
    [Figure("share", "the same of older stores: truth")] double CheatingOld,
    [Figure("share", "of stores that are open at the end and certified")] double CertifiedShare,
    IReadOnlyList<CertificateCohort> Cohorts,
    [Figure("share", "of honest and careless sellers' stores that applied, up to thirty days before the end, "
        + "which gave up or were refused: truth")]
    double HonestLost,
    [Figure("days", "from the application to the certificate, in half of the cases at most, warm-up too")]
    double DaysP50,
    [Figure("days", "the same in 95 % of the cases")] double DaysP95,
    [Figure("stores", "that got the first certificate")] long Certificates,
    [Figure("stores", "that got the second one")] long SecondCertificates,
    [Figure("yuan", "that checks cost")] decimal CostYuan,
    [Figure("yuan", "of that for each certificate")] double CertificateYuan,
    [Figure("stores", "of professionals to whom a certificate was not worth its price: truth")]
    long CheatsKeptOut,
    [Figure("share", "of professionals' new stores that were asked, warm-up too: truth")]
    double ProfessionalsKeptOut,
    [Figure("identities", "that professionals bought: truth")] long IdentitiesBought,
    [Figure("stores", "that sold already and had no certificate in time")] long Stopped,
    [Figure("people", "a store of whom was closed for fakes, warm-up too")] long Barred,
    [Figure("share", "of those, who sell again under another name: truth")] double BarredBack)
#pragma warning restore CS1591
{
    private const int CohortDays = 60;
    private const int SettledDays = 30; // after which hardly any application is open
    private const double Half = 0.5;
    private const double Most = 0.95;

    internal static CertificationFigures Of(SeasonRun run, CertifiedSellers sellers, SeasonRow sums)
    {
        var all = run.Recorder.Days.Count == 0 ? sums : SeasonRow.Of([.. run.Recorder.Days]);
        List<int> open = [.. Enumerable.Range(0, sellers.Count).Where(store => run.Stores[store].IsOpen)];
        List<double> days = [.. DaysOf(sellers).Order()];
        var (cost, certificates) = (
            sums.Yuan(CertificationMeasures.CertificationCost), sums[CertificationMeasures.Certificates]);
        var barred = all[CertificationMeasures.OwnersBarred];
        return new CertificationFigures(
            CounterfeitFigures.Ratio(
                sums[CertificationMeasures.CheatedYoung], sums[CertificationMeasures.DeliveredYoung]),
            CounterfeitFigures.Ratio(
                sums[CertificationMeasures.CheatedOld], sums[CertificationMeasures.DeliveredOld]),
            CertifiedOf(open, sellers),
            [.. open.GroupBy(store => CohortOf(run.Stores[store].OpenedDay)).OrderBy(cohort => cohort.Key)
                .Select(cohort => new CertificateCohort(
                    cohort.Key < 0 ? "before" : FormattableString.Invariant($"day {cohort.Key}"),
                    cohort.Count(), CertifiedOf([.. cohort], sellers)))],
            HonestLostOf(run, sellers), AtShare(days, Half), AtShare(days, Most), certificates,
            sums[CertificationMeasures.SecondCertificates], cost,
            CounterfeitFigures.Ratio((double)cost, certificates), sums[CertificationMeasures.CheatsKeptOut],
            KeptOutOf(sellers),
            sums[CertificationMeasures.IdentitiesBought], sums[CertificationMeasures.StoresStopped], barred,
            CounterfeitFigures.Ratio(all[CertificationMeasures.OwnersBack], barred));
    }

    private static int CohortOf(int day) => day < 0 ? -1 : day / CohortDays * CohortDays;

    private static double CertifiedOf(List<int> stores, CertifiedSellers sellers) =>
        CounterfeitFigures.Ratio(stores.Count(store => sellers[store].CertifiedMs > 0), stores.Count);

    private static double HonestLostOf(SeasonRun run, CertifiedSellers sellers)
    {
        var (over, lost) = (0, 0);
        for (var store = 0; store < sellers.Count; store++)
        {
            var course = sellers[store];
            if (course.AppliedMs > 0 && course.AppliedMs < run.NowMs - (SettledDays * SeasonDay.Ms)
                && sellers.TypeOf(store) is (SellerType.Honest or SellerType.Careless))
            {
                over++;
                lost += course.Phase == ApplicantPhase.GaveUp ? 1 : 0;
            }
        }

        return CounterfeitFigures.Ratio(lost, over);
    }

    // Those who do not come leave before they have applied.
    private static double KeptOutOf(CertifiedSellers sellers)
    {
        List<int> asked = [.. Enumerable.Range(0, sellers.Count).Where(store => sellers[store].IsNew == 1
            && sellers.TypeOf(store) == SellerType.Professional)];
        return CounterfeitFigures.Ratio(asked.Count(store => sellers[store].AppliedMs == 0
            && sellers[store].Attempts == 0 && sellers[store].Phase == ApplicantPhase.GaveUp), asked.Count);
    }

    private static IEnumerable<double> DaysOf(CertifiedSellers sellers)
    {
        for (var store = 0; store < sellers.Count; store++)
        {
            var course = sellers[store];
            if (course.CertifiedMs > 0)
            {
                yield return (course.CertifiedMs - course.AppliedMs) / (double)SeasonDay.Ms;
            }
        }
    }

    private static double AtShare(List<double> days, double share) => days.Count == 0 ? 0
        : Rounded.To(days[Math.Min(days.Count - 1, (int)(share * days.Count))], 2);
}
