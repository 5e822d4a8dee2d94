namespace FlashSale.Simulator;

/// <summary>
/// What the scenario has planned for the run: shocks, degradation switches, changes of the policy (rules
/// LOG-2, CAP-1, CAP-2, GOV-1).
/// </summary>
internal sealed class Course
{
    private readonly Run _run;
    private readonly Visits _visits;
    private readonly Payments _payments;
    private readonly Parcels _parcels;
    private readonly Scenario _scenario;
    private readonly IReadOnlyList<(TimeSpan At, Policy Policy)> _policies; // after the market opens

    public Course(Run run, Visits visits, Payments payments, Parcels parcels)
    {
        (_run, _visits, _payments, _parcels) = (run, visits, payments, parcels);
        _scenario = run.World.Scenario;
        _policies =
        [
            .. PolicyChange.Timeline(_scenario.PolicyAtStart(), _scenario.Changes)
                .Where(step => Ms(step.At) > _scenario.OpensAtMs),
        ];
        LimitGateway();
    }

    /// <summary>Plans what the scenario has planned from a moment on.</summary>
    public void Plan(long fromMs)
    {
        foreach (var (at, kind, which) in Planned().Where(step => Ms(step.At) >= fromMs))
        {
            _run.PlanFirst(Ms(at), kind, which);
        }
    }

    /// <summary>
    /// Goes on from the past of a run of another scenario: this one's course follows, and what it sets
    /// otherwise holds from the next millisecond on.
    /// </summary>
    public void GoOnFrom(Scenario past)
    {
        var fromMs = _run.NowMs + 1;
        _run.Agenda.ForgetFirsts();
        if (SharedPast.BesideCourse(past, _scenario).Count > 0)
        {
            _run.PlanFirst(fromMs, EventKind.TakeOver, 0);
        }

        Plan(fromMs);
    }

    /// <summary>What the scenario sets holds from now on, whatever was set before.</summary>
    public void TakeOver()
    {
        LimitGateway();
        _payments.StartCold();
        LimitChannels();
        _parcels.LimitPacking(Factor(Lasting(ShockKind.PackingSlowdown)));
        _parcels.TakeCouriers(region => Factor(InRegion(_scenario.Population.Regions[region].Name)));
        var next = _policies.FirstOrDefault(step => Ms(step.At) >= _run.NowMs);
        if (next.Policy is null || SecondOf(Ms(next.At)) > SecondOf(_run.NowMs))
        {
            Enforce(PolicyAt(_run.World, _run.NowMs));
        }
    }

    /// <summary>A shock begins or ends: what it bears on is set to all shocks that last now.</summary>
    public void Shock(int shock)
    {
        switch (_scenario.Shocks[shock].Kind)
        {
            case ShockKind.GatewayLimit:
                LimitGateway();
                break;
            case ShockKind.ChannelOutage:
                LimitChannels();
                break;
            case ShockKind.PackingSlowdown:
                _parcels.LimitPacking(Factor(Lasting(ShockKind.PackingSlowdown)));
                break;
            default:
                LimitRegions();
                break;
        }
    }

    /// <summary>A degradation switch is turned on until its end.</summary>
    public void Switch(int planned) =>
        _run.Market.Do(new Flip(_scenario.Switches[planned].Command(_scenario.Festival.Midnight)));

    /// <summary>The policy changes.</summary>
    public void ChangePolicy(int step)
    {
        if (step + 1 < _policies.Count && SecondOf(Ms(_policies[step + 1].At)) <= SecondOf(_run.NowMs))
        {
            return; // the next one comes in the same second, and has this one in it
        }

        Enforce(_policies[step].Policy);
        LimitGateway();
    }

    /// <summary>After loading: sets what follows from the shocks that last and is not saved.</summary>
    public void Resume()
    {
        LimitGateway();
        foreach (var (region, at) in _scenario.Population.Regions.Select((region, at) => (region, at)))
        {
            _visits.Trust(at, Confidence(region.Name));
        }
    }

    /// <summary>
    /// The policy of the market: its own limit in front is open, the simulated gateway stands there.
    /// </summary>
    public static Policy Inert(Policy policy) => policy with
    {
        Admission = new AdmissionPolicy { RequestsPerSecond = AdmissionPolicy.RequestsPerSecondMax },
    };

    /// <summary>The policy that holds at a time, counted from midnight.</summary>
    public static Policy PolicyAt(World world, long atMs) =>
        PolicyChange.HoldingAt(world.Scenario.PolicyAtStart(), world.Scenario.Changes, atMs);

    /// <summary>What the gateway of a sample admits for a rate: whole orders, one at least.</summary>
    public static int WholePerSecond(double perSecond) => (int)Math.Max(1, Math.Round(perSecond));

    private IEnumerable<(TimeSpan At, EventKind Kind, int Which)> Planned() =>
    [
        .. _scenario.Shocks.SelectMany((shock, which) => new[]
        {
            (shock.From, EventKind.Shock, which), (shock.Until, EventKind.Shock, which),
        }),
        .. _scenario.Switches.Select((planned, which) => (planned.From, EventKind.Switch, which)),
        .. _policies.Select((step, which) => (step.At, EventKind.ChangePolicy, which)),
    ];

    private void Enforce(Policy policy)
    {
        var result = _run.Market.Do(new ChangePolicy(Inert(policy)));
        Invariant.Holds(result == PolicyResult.Changed, "changes were checked when the scenario was read");
    }

    private static long Ms(TimeSpan time) => (long)time.TotalMilliseconds;

    private static long SecondOf(long ms) => (long)Math.Floor(ms / 1_000.0);

    private static double Factor(IEnumerable<Shock> shocks) =>
        shocks.Aggregate(1.0, (factor, shock) => factor * shock.CapacityFactor);

    private IEnumerable<Shock> Lasting(params ShockKind[] kinds) => _scenario.Shocks.Where(shock =>
        kinds.Contains(shock.Kind) && Ms(shock.From) <= _run.NowMs && Ms(shock.Until) > _run.NowMs);

    // Of a small sample a single checkout may be more than a window admits, so the windows are widened.
    private void LimitGateway()
    {
        var policy = PolicyAt(_run.World, _run.NowMs).Admission;
        var perSecond = policy.RequestsPerSecond * _scenario.Scale * Factor(Lasting(ShockKind.GatewayLimit));
        var rate = WholePerSecond(perSecond);
        var window = TimeSpan.FromSeconds((double)Basket.OrdersMax * policy.ColdFactor / rate);
        _visits.Admit(policy with
        {
            RequestsPerSecond = rate,
            BurstWithin = policy.BurstWithin > window ? policy.BurstWithin : window,
            QueueWithin = policy.QueueWithin > window ? policy.QueueWithin : window,
        });
    }

    private void LimitChannels()
    {
        for (var channel = 0; channel < _scenario.Channels.Count; channel++)
        {
            var kind = _scenario.Channels[channel].Kind;
            var outages = Lasting(ShockKind.ChannelOutage)
                .Where(shock => shock.Channel is null || shock.Channel == kind)
                .ToList();
            var until = outages.Count == 0 ? _run.NowMs : outages.Max(shock => Ms(shock.Until));
            _payments.Limit(channel, Factor(outages), until);
        }
    }

    private void LimitRegions()
    {
        for (var region = 0; region < _scenario.Population.Regions.Count; region++)
        {
            var name = _scenario.Population.Regions[region].Name;
            var shocks = InRegion(name).ToList();
            var until = shocks.Count == 0 ? _run.NowMs : shocks.Min(shock => Ms(shock.Until));
            _parcels.LimitDelivery(region, Factor(shocks), until);
            _visits.Trust(region, Confidence(name));
        }
    }

    private IEnumerable<Shock> InRegion(string region) => Lasting(ShockKind.Snow, ShockKind.CourierStrike)
        .Where(shock => shock.Regions.Count == 0 || shock.Regions.Contains(region));

    private double Confidence(string region) =>
        InRegion(region).Aggregate(1.0, (confidence, shock) => confidence * shock.Confidence);
}
