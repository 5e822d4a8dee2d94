using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// How sellers take changes of the rules: they are aggrieved, some protest, the platform answers (rules GOV-1
/// to GOV-6, MODELS M17).
/// </summary>
/// <remarks>
/// Each day sellers look at what was announced and at what they earned; who protests is decided by who did
/// the day before; what protesters do are orders in the market.
/// </remarks>
internal sealed class Governance : ISeasonPart, IMarketObserver
{
    private const int FewAreNone = 3; // fewer are no protest, however few sellers there are
    private const int AlertDays = 14; // an alert longer ago is of something else
    private const double TalksAt = 0.5; // of the grievance at which a seller joins

    private readonly SeasonRun _run;
    private readonly SeasonPolicies _policies;
    private readonly GovernanceHabits _habits;
    private readonly SellerNetwork _network;
    private readonly SalesMargin _sales;
    private readonly RuleLosses _losses;
    private readonly SellerGrievances _grievances;
    private readonly ProtestCrowd _crowd;
    private readonly ProtestOrders _orders;
    private readonly ProtestAlert _alert;
    private readonly List<ProtestCourse> _courses = [];
    private bool[] _joined = [];
    private int _lastAlert = -1;
    private int _tiredUntil; // a day

    public Governance(
        SeasonRun run, SeasonPolicies policies, SellerAccounts? accounts, GovernanceHabits habits)
    {
        (_run, _policies, _habits) = (run, policies, habits);
        _network = new SellerNetwork(run, habits.Protest);
        _sales = new SalesMargin(run, habits.Margin);
        _losses = new RuleLosses(run, policies, habits);
        _grievances = new SellerGrievances(
            run, policies, _losses, _sales, accounts is null ? _sales : new AccountProfit(accounts), habits);
        _orders = new ProtestOrders(run, habits.Protest);
        _crowd = new ProtestCrowd(run, habits.Protest, _orders);
        _alert = new ProtestAlert(run, habits.Protest);
    }

    /// <summary>The protests so far, and what the rules make profitable by now.</summary>
    public GovernanceFigures Figures => GovernanceShape.Of(
        _run.Recorder.Days, _run.Stores.Owners, _courses, MechanismReport.Of(_run.Market.Policy, _habits));

    /// <inheritdoc/>
    public void Begin(in SeasonDay day)
    {
        var today = day.Number;
        _network.Follow();
        _losses.Begin(today);
        _sales.Begin(today, _losses);
        _crowd.Begin(day, _sales);
        var groups = _network.Groups;
        var joined = Join(groups);
        _grievances.Begin(today);
        var participants = _crowd.Act(day, _joined, joined, _grievances.All);
        if (_alert.EndDay(today, groups.Count(group => group >= 0), Talking(groups) + joined))
        {
            _lastAlert = today;
        }

        Note(today, participants);
        _run.Enforcement = today < _tiredUntil ? _habits.Protest.TiredFactor : 1;
        Measure(today, participants);
    }

    /// <summary>A seller is asked for something that costs it a share of a week's profit.</summary>
    /// <param name="seller">The seller.</param>
    /// <param name="share">The share.</param>
    /// <param name="notice">How long it was told before.</param>
    public void Burden(int seller, double share, TimeSpan notice) => _grievances.Add(
        seller, share * (notice < _habits.Notice ? 1 : _habits.NoticedFactor));

    /// <summary>A store of a seller's may not sell, for want of something that was asked for.</summary>
    public void Lose(int seller, TimeSpan notice) => _grievances.Add(seller, Grievance.Of(
        1.0 / Math.Max(1, _run.Stores.OwnerAt(seller).Stores),
        new GrievanceCauses(
            notice < _habits.Notice, NoEvidence: false, NoConsultation: false, UnequalMarkets: false, 0),
        _habits));

    /// <summary>A protester orders, or rates.</summary>
    public void Happen(in AgendaEvent next)
    {
        if ((EventKind)next.Kind == EventKind.Protest)
        {
            _orders.Order(next.Entity, CheckoutId.FromPacked(next.Extra)!.Value);
        }
        else
        {
            _orders.Rate(OrderId.FromPacked(next.Extra)!.Value);
        }
    }

    /// <inheritdoc/>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        _orders.On(happened, order, lines);
        if (happened.Kind is MarketEventKind.Placed or MarketEventKind.Closed
            && _crowd.IsLarge(happened.Store.Value))
        {
            _alert.On(happened.Kind, happened.Reason);
        }

        if (happened.Kind == MarketEventKind.Paid && !_orders.IsOf(happened.Order))
        {
            _sales.Paid(order);
        }
        else if (happened.Kind == MarketEventKind.Refunded && !_orders.IsOf(happened.Order))
        {
            _sales.Refunded(happened.Store.Value, happened.Amount);
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("govn");
        writer.WriteSpan<bool>(_joined);
        writer.WriteSpan<ProtestCourse>([.. _courses]);
        writer.Write(_lastAlert);
        writer.Write(_tiredUntil);
        _sales.Save(writer);
        _grievances.Save(writer);
        _crowd.Save(writer);
        _orders.Save(writer);
        _alert.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("govn");
        _joined = reader.ReadSpan<bool>();
        _courses.AddRange(reader.ReadSpan<ProtestCourse>());
        (_lastAlert, _tiredUntil) = (reader.Read<int>(), reader.Read<int>());
        _sales.Load(reader);
        _grievances.Load(reader);
        _crowd.Load(reader);
        _orders.Load(reader);
        _alert.Load(reader);
        _run.Enforcement = _run.NowMs / SeasonDay.Ms < _tiredUntil ? _habits.Protest.TiredFactor : 1;
    }

    // Sellers join over what they have slept on: they talk about it first.
    private int Join(int[] groups)
    {
        Array.Resize(ref _joined, groups.Length);
        _grievances.Admit(groups.Length);
        return ProtestCascade.Step(
            _grievances.All, _network.Thresholds, groups, _network.Categories,
            _habits.Protest.NeighbourWeight, _joined);
    }

    // Sellers who are nearly so angry that they would join.
    private int Talking(int[] groups)
    {
        var talking = 0;
        for (var seller = 0; seller < groups.Length; seller++)
        {
            talking += groups[seller] >= 0
                && _grievances.All[seller] > TalksAt * _network.ThresholdOf(seller) ? 1 : 0;
        }

        return talking;
    }

    // Whether it is a protest, when it is answered, and when it is over.
    private void Note(int today, int participants)
    {
        var isOne = participants >= Math.Max(
            FewAreNone, _habits.Protest.StartsAt * _network.Sellers);
        if (_courses.Count > 0 && _courses[^1].IsOver == 0)
        {
            var course = _courses[^1];
            course.LastDay = isOne ? today : course.LastDay;
            course.Most = Math.Max(course.Most, participants);
            course.IsOver = isOne ? 0 : 1;
            if (course.AnswerDay < 0 && today - course.FirstDay >= _habits.Answer.After.TotalDays)
            {
                course.AnswerDay = Answer(today) ? today : -1;
            }

            _tiredUntil = isOne ? _tiredUntil
                : today + (int)Math.Ceiling(_habits.Protest.TiredFor.TotalDays);
            _courses[^1] = course;
        }
        else if (isOne)
        {
            _courses.Add(new ProtestCourse
            {
                FirstDay = today,
                LastDay = today,
                AlertDay = _lastAlert >= 0 && today - _lastAlert <= AlertDays ? _lastAlert : -1,
                AnswerDay = -1,
                Most = participants,
            });
        }
    }

    // Every concession halves what sellers hold against the platform; so it says in MODELS M17.
    private bool Answer(int today)
    {
        foreach (var measure in _habits.Answer.Measures)
        {
            var isConcession = measure != AnswerMeasure.Explain;
            _grievances.Shrink(isConcession
                ? _habits.Answer.ConcededFactor : _habits.Answer.ExplainedFactor);
            _run.Recorder.Count(SeasonMeasures.Concessions, isConcession ? 1 : 0);
            for (var change = 0; change < _policies.Changes.Count; change++)
            {
                if (SeasonPolicies.DayOf(_policies.Changes[change].AnnouncedAt) <= today)
                {
                    GiveWay(measure, change);
                }
            }
        }

        return _habits.Answer.Measures.Count > 0;
    }

    private void GiveWay(AnswerMeasure measure, int change)
    {
        switch (measure)
        {
            case AnswerMeasure.Appeals:
                _policies.AskForEvidence(change);
                break;
            case AnswerMeasure.Delay:
                _policies.PutOff(change, _habits.Answer.Delay);
                break;
            case AnswerMeasure.HalfDeposit:
                _policies.HalveDeposits(change);
                break;
        }
    }

    private void Measure(int today, int participants)
    {
        var recorder = _run.Recorder;
        recorder.Count(SeasonMeasures.RuleSteps, _policies.StepsIn(today, today + 1));
        recorder.Count(SeasonMeasures.ControlLevel, ControlLevel.Of(_policies.On(today)));
        recorder.Count(SeasonMeasures.Aggrieved, _grievances.Aggrieved);
        recorder.Count(SeasonMeasures.Participants, participants);
        recorder.Count(SeasonMeasures.Enforcement, (long)Math.Round(_run.Enforcement * 100));
    }
}
