using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>What sellers hold against the platform, day by day (rule GOV-3, MODELS M17).</summary>
/// <remarks>
/// A grievance arises when a change is announced, at each of its steps, while profits are below what they
/// were, and with a penalty; else it fades.
/// </remarks>
internal sealed class SellerGrievances(
    SeasonRun run, SeasonPolicies policies, RuleLosses losses, SalesMargin sales, IStoreProfit profit,
    GovernanceHabits habits)
{
    private const int LateDays = 14;
    private const int BeforeDays = 28;
    private const int ManyChangesDays = 30;
    private const double Forgotten = 0.01;

    private double[] _grievances = []; // by seller
    private int[] _violations = []; // by seller, as they were seen last

    /// <summary>What each seller holds against the platform.</summary>
    public ReadOnlySpan<double> All => _grievances;

    /// <summary>How many sellers do.</summary>
    public int Aggrieved => _grievances.Count(one => one > 0);

    /// <summary>There are so many sellers by now; new ones hold nothing against the platform.</summary>
    public void Admit(int sellers)
    {
        Array.Resize(ref _grievances, sellers);
        Array.Resize(ref _violations, sellers);
    }

    /// <summary>A day begins, for all who were admitted.</summary>
    public void Begin(int day)
    {
        var left = ExactMath.Exp(-ExactMath.Ln(2) / habits.HalfLife.TotalDays);
        for (var seller = 0; seller < _grievances.Length; seller++)
        {
            var fades = _grievances[seller] * left;
            _grievances[seller] = fades < Forgotten ? 0 : fades;
        }

        if (run.Market.Policy.Trust.IsOn)
        {
            Punish(day);
        }

        for (var number = 0; number < policies.Changes.Count; number++)
        {
            if (policies.Changes[number].Terms is not null)
            {
                Feel(number, day);
            }
        }
    }

    /// <summary>The platform explains itself, or gives way: what sellers hold against it shrinks.</summary>
    public void Shrink(double factor)
    {
        for (var seller = 0; seller < _grievances.Length; seller++)
        {
            _grievances[seller] *= factor;
        }
    }

    /// <summary>A seller holds more against the platform; who is new does not.</summary>
    public void Add(int seller, double grievance)
    {
        if (seller < _grievances.Length)
        {
            _grievances[seller] += grievance;
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteSpan<double>(_grievances);
        writer.WriteSpan<int>(_violations);
    }

    public void Load(StateReader reader) =>
        (_grievances, _violations) = (reader.ReadSpan<double>(), reader.ReadSpan<int>());

    // Whether a step is felt today, announced or done; and whether profits still show it.
    private void Feel(int number, int day)
    {
        var change = policies.Changes[number];
        var (announced, first) = (
            SeasonPolicies.DayOf(change.AnnouncedAt), SeasonPolicies.DayOf(change.At));
        var isStep = day == announced
            || change.StepTimes.Any(at => SeasonPolicies.DayOf(at) == day);
        var isLate = day > first && day <= SeasonPolicies.DayOf(change.EndsAt) + BeforeDays
            && day >= LateDays + BeforeDays;
        if (day < announced || !(isStep || isLate))
        {
            return;
        }

        var notice = Math.Max(first, day) - announced; // of the step that is felt
        var feeling = new Feeling(
            number, day, isStep ? 1.0 / change.Steps : 0, isLate,
            notice >= habits.Notice.TotalDays, policies.StepsIn(day - ManyChangesDays + 1, day + 1));
        foreach (var books in BooksOfSellers(number, day, isLate))
        {
            Raise(books.Seller, GrievanceOf(books, change.Terms!, feeling));
        }
    }

    private double GrievanceOf(in SellerBooks books, ChangeTerms terms, in Feeling feeling)
    {
        var seen = feeling.IsLate
            ? Grievance.LossOf(
                books.Late / run.World.Calendar.VisitsFrom(feeling.Day - LateDays, LateDays) / LateDays,
                books.Before / run.World.Calendar.VisitsFrom(
                    feeling.Day - LateDays - BeforeDays, BeforeDays) / BeforeDays,
                books.LateOrders, books.BeforeOrders, habits.ChanceErrors)
            : 0;
        var loss = Math.Max(seen, books.Expected * feeling.StepShare);
        var causes = new GrievanceCauses(
            !feeling.HasNotice, books.IsPunished && terms.Evidence == 0, !terms.Consulted && !terms.Voted,
            !terms.EqualForBothMarkets, feeling.ChangesOfLate);
        return Grievance.Of(loss, causes, habits)
            * (feeling.HasNotice ? habits.NoticedFactor : 1) * (terms.Voted ? habits.VotedFactor : 1);
    }

    // The books of all sellers whom a change means, in the order of their numbers.
    private List<SellerBooks> BooksOfSellers(int number, int day, bool isLate)
    {
        var books = new List<SellerBooks>();
        var places = new int[run.Stores.Owners];
        Array.Fill(places, -1);
        for (var store = 0; store < run.Stores.Count; store++)
        {
            if (!run.Stores[store].IsOpen || !losses.Means(store, number))
            {
                continue;
            }

            var seller = run.Stores[store].Owner;
            if (places[seller] < 0)
            {
                places[seller] = books.Count;
                books.Add(new SellerBooks(seller));
            }

            Add(books[places[seller]], store, number, day, isLate);
        }

        foreach (var one in books)
        {
            one.Expected = one.Weight > 0 ? one.Expected / one.Weight : 0;
        }

        return books;
    }

    private void Add(SellerBooks books, int store, int number, int day, bool isLate)
    {
        var perWeek = 7.0 / Math.Clamp(day, 1, BeforeDays);
        var week = profit.ProfitFen(store, BeforeDays, 0) * perWeek;
        var weight = Math.Max(1, week);
        books.Weight += weight;
        books.Expected += weight * losses.Expected(
            store, number, week, sales.SalesFen(store, BeforeDays, 0) * perWeek);
        books.IsPunished |= losses.Punishes(store, number);
        if (isLate)
        {
            books.Late += profit.ProfitFen(store, LateDays, 0);
            books.LateOrders += sales.Orders(store, LateDays, 0);
            books.Before += profit.ProfitFen(store, BeforeDays, LateDays);
            books.BeforeOrders += sales.Orders(store, BeforeDays, LateDays);
        }
    }

    // Whoever is found guilty is angry, whether rightly or not: what the store earned is lost.
    private void Punish(int day)
    {
        var trust = run.Market.Policy.Trust;
        var causes = new GrievanceCauses(
            NoNotice: false, trust.EvidenceBasisPointsMin == 0, NoConsultation: false,
            UnequalMarkets: false, policies.StepsIn(day - ManyChangesDays + 1, day + 1));
        foreach (var seller in run.Market.View.CaseFilesFrom(new SellerId(0)))
        {
            var violations = run.Market.View.Cases(seller)?.Violations ?? 0;
            if (violations > _violations[seller.Value])
            {
                var loss = 1.0 / Math.Max(1, run.Stores.OwnerAt(seller.Value).Stores);
                Raise(seller.Value, Grievance.Of(loss, causes, habits));
            }

            _violations[seller.Value] = violations;
        }
    }

    private void Raise(int seller, double grievance) =>
        _grievances[seller] = Math.Max(_grievances[seller], grievance);

    /// <summary>How a change is felt on a day.</summary>
    private readonly record struct Feeling(
        int Number, int Day, double StepShare, bool IsLate, bool HasNotice, int ChangesOfLate);

    /// <summary>What a seller's stores earned and will lose.</summary>
    private sealed class SellerBooks(int seller)
    {
        public int Seller { get; } = seller;

        public double Expected { get; set; }

        public double Weight { get; set; }

        public double Late { get; set; }

        public double Before { get; set; }

        public int LateOrders { get; set; }

        public int BeforeOrders { get; set; }

        public bool IsPunished { get; set; }
    }
}
