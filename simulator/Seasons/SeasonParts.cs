namespace FlashSale.Simulator;

/// <summary>
/// The parts of a season, as its scenario switches models on: in the order of the day, and each hears of the
/// events that it planned.
/// </summary>
internal sealed class SeasonParts
{
    private readonly StoreShelves _shelves;
    private readonly BuyerVisits _visits;

    public SeasonParts(SeasonRun run)
    {
        var (scenario, memory) = (run.World.Scenario, new BuyerMemory(run.World.Terms.Buyers));
        Demand = scenario.Demand is { } demand ? new SeasonDemand(run, demand, memory) : null;
        Trust = scenario.Trust is { } buyers ? new BuyerTrust(run, buyers, memory) : null;
        Choice = scenario.Choice is { } choice ? new BuyerChoice(run, choice, Demand, Trust) : null;
        Accounts = scenario.Accounts is { } terms ? new SellerAccounts(run, terms) : null;
        _shelves = new StoreShelves(run, Accounts, Choice);
        var certified = scenario.Certification is { } asked ? new CertifiedSellers(run, asked) : null;
        Turnover = new StoreTurnover(run, _shelves, Accounts, Demand, certified);
        _visits = new BuyerVisits(run, memory, Choice, Demand, Trust);
        Counterfeits = scenario.Counterfeits is { } fakes
            ? new CounterfeitModel(run, fakes, scenario.Appeals, Turnover, memory, Trust, certified)
            : null;
        Certification = certified is not null
            ? new CertificationOffice(run, certified, Counterfeits!, _shelves, Turnover) : null;
        Screening = scenario.Screening is { } looks ? new ScreeningDesk(run, looks, Counterfeits!) : null;
        var policies = new SeasonPolicies(run);
        Governance = scenario.Governance is { } habits
            ? new Governance(run, policies, Accounts, habits) : null;
        Certification?.Tell(Governance);
        IReadOnlyList<ISeasonPart?> parts =
        [
            policies, Counterfeits?.Standings, Demand, Accounts, Turnover, _shelves, Certification,
            Counterfeits, Screening, Choice,
            Trust, _visits, Governance,
        ];
        All = [.. parts.OfType<ISeasonPart>()];
        Care = new OrderCare(run, memory, [.. All.OfType<IMarketObserver>()]);
    }

    /// <summary>All that are on, in the order in which they act when a day begins.</summary>
    public IReadOnlyList<ISeasonPart> All { get; }

    /// <summary>What becomes of orders.</summary>
    public OrderCare Care { get; }

    /// <summary>Who opens and closes.</summary>
    public StoreTurnover Turnover { get; }

    /// <summary>What stores earn; null where that is off (MODELS M16).</summary>
    public SellerAccounts? Accounts { get; }

    /// <summary>How far buyers trust the markets; null where that is off (MODELS M11).</summary>
    public BuyerTrust? Trust { get; }

    /// <summary>How buyers search and choose; null where they go by rank (MODELS M8).</summary>
    public BuyerChoice? Choice { get; }

    /// <summary>What moves demand; null where nothing does (MODELS M10).</summary>
    public SeasonDemand? Demand { get; }

    /// <summary>Fakes and enforcement, with appeals; null where there are none (MODELS M3, M4).</summary>
    public CounterfeitModel? Counterfeits { get; }

    /// <summary>Who must be certified; null where nobody must (MODELS M1).</summary>
    public CertificationOffice? Certification { get; }

    /// <summary>Who screens listings; null where nobody does (MODELS M2).</summary>
    public ScreeningDesk? Screening { get; }

    /// <summary>How sellers take changes of the rules; null where nobody minds (MODELS M17).</summary>
    public Governance? Governance { get; }

    /// <summary>Something happens that was planned before.</summary>
    public void Happen(in AgendaEvent next)
    {
        switch ((EventKind)next.Kind)
        {
            case EventKind.Visit:
                _visits.Visit(next.Extra);
                break;
            case EventKind.BurstVisit or EventKind.Referral:
                Demand!.Come(next, _visits, Choice!);
                break;
            case EventKind.Seeding:
                Demand!.Seed(Choice!);
                break;
            case EventKind.PutUp:
                _shelves.PutUp(next.Entity);
                break;
            case EventKind.Enforce:
                Counterfeits!.Enforce(next.Entity);
                _visits.OpenDoors();
                break;
            case EventKind.NoticeFake:
                Counterfeits!.Notice(OrderId.FromPacked(next.Extra)!.Value);
                break;
            case EventKind.Certify:
                Certify(next.Entity);
                break;
            case EventKind.Screen or EventKind.AnswerWarning or EventKind.Review:
                Screening!.Happen(next);
                break;
            case EventKind.Protest or EventKind.RatePoorly:
                Governance!.Happen(next);
                break;
            case EventKind.StartPayment:
                Care.Pay(new PaymentKey(next.Extra));
                break;
            default:
                Care.Follow((EventKind)next.Kind, OrderId.FromPacked(next.Extra)!.Value, next.Entity);
                break;
        }
    }

    private void Certify(int store)
    {
        if (Certification!.Happen(store))
        {
            _visits.OpenDoors();
        }
    }
}
