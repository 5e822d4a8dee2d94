namespace FlashSale.Simulator;

/// <summary>The arms of a selection as they leave, seed by seed.</summary>
internal sealed class SelectRace(SelectSearch asked)
{
    private readonly Dictionary<(int, int), double> _variances = [];
    private readonly int?[] _leftAt = new int?[asked.Arms];
    private readonly List<SelectRound> _rounds = [];
    private SelectSearch _search = asked;
    private IReadOnlyList<Estimate> _means = [];
    private int _seed;

    /// <summary>The arms that are left; at the end the best mean first.</summary>
    public List<int> Survivors { get; private set; } = [.. Enumerable.Range(0, asked.Arms)];

    /// <summary>
    /// Goes on with the values of the survivors, in their order, all on the same seeds; whether it is
    /// decided.
    /// </summary>
    public bool Run(IReadOnlyList<IReadOnlyList<double>> values)
    {
        var of = Survivors.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
        var seeds = values[0].Count;
        if (_variances.Count == 0)
        {
            _search = _search with { Pilot = seeds }; // fewer than planned where a seed was left out
            Pilot(of);
        }

        var sign = _search.IsMoreBetter ? 1 : -1;
        var means = of.ToDictionary(
            arm => arm.Key, arm => ExactSum.Means([.. arm.Value.Select(value => sign * value)]));
        while (_seed < seeds && Survivors.Count > 1)
        {
            _seed = Math.Max(_seed + 1, _search.Pilot);
            if (Leave(means) || Survivors.Count == 1)
            {
                break;
            }
        }

        Order(of);
        _rounds.Add(new SelectRound(
        [
            .. of.Keys.OrderByDescending(arm => _leftAt[arm] ?? int.MaxValue).ThenBy(Survivors.IndexOf)
                .Select(arm => (arm, Estimate.Of([.. of[arm].Take(_leftAt[arm] ?? _seed)]),
                    _leftAt[arm] is not null)),
        ]));
        return Survivors.Count == 1 || _seed >= LastSeed();
    }

    /// <summary>The answer, with the winner's mean on fresh seeds.</summary>
    public SelectAnswer Answer(Estimate? winner)
    {
        var isToldApart = Survivors.Count == 1 || (_rounds.Count > 0 && _seed >= LastSeed());
        return new SelectAnswer(
            isToldApart ? [Survivors[0]] : [.. Survivors], isToldApart, [.. _leftAt], winner,
            isToldApart || _rounds.Count == 0 ? null : SeedShares.Of(_means, _search.IsMoreBetter))
        {
            Rounds = [.. _rounds],
        };
    }

    private int LastSeed() => Survivors.SelectMany(one => Survivors.Where(other => other != one)
        .Select(other => _search.LastSeed(Variance(one, other)))).DefaultIfEmpty(0).Max();

    private void Pilot(Dictionary<int, IReadOnlyList<double>> of)
    {
        foreach (var (one, other) in Survivors.SelectMany(one => Survivors.Where(other => other > one)
            .Select(other => (one, other))))
        {
            var deviation = Estimate.OfPairs(of[one], of[other]).Deviation;
            _variances[(one, other)] = deviation * deviation;
        }
    }

    private double Variance(int one, int other) => _variances[(Math.Min(one, other), Math.Max(one, other))];

    // At this seed: who is worse than another by more than the slack leaves. Whether all is decided.
    private bool Leave(Dictionary<int, IReadOnlyList<double>> means)
    {
        var leaving = Survivors.Where(arm => Survivors.Any(other => other != arm && means[arm][_seed - 1]
            < means[other][_seed - 1] - _search.Slack(Variance(arm, other), _seed))).ToList();
        foreach (var arm in leaving)
        {
            _leftAt[arm] = _seed;
        }

        Survivors = [.. Survivors.Except(leaving)];
        return _seed >= LastSeed();
    }

    private void Order(Dictionary<int, IReadOnlyList<double>> of)
    {
        var means = Survivors.ToDictionary(arm => arm, arm => Estimate.Of([.. of[arm].Take(_seed)]));
        Survivors =
        [
            .. Survivors.OrderByDescending(arm => (_search.IsMoreBetter ? 1 : -1) * means[arm].Mean)
                .ThenBy(arm => arm),
        ];
        _means = [.. Survivors.Select(arm => means[arm])];
    }
}
