using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>Ratings counted by component and star, and credits by kind (rules REP-2, REP-4).</summary>
internal sealed class RatingTally
{
    /// <summary>The most stars a component can get.</summary>
    public const int StarsMax = 5;

    private const int Components = 4;

    private readonly long[] _stars = new long[Components * StarsMax];
    private readonly long[] _credits = new long[3];
    private long _byDefault;

    /// <summary>Good credits that a silent side gave.</summary>
    public long ByDefault => _byDefault;

    /// <summary>Counts one rating; its credit is null in a market without verdicts (rule REP-2).</summary>
    public void Add(int described, int service, int dispatch, int delivery, int? credit)
    {
        _stars[described - 1]++;
        _stars[StarsMax + service - 1]++;
        _stars[2 * StarsMax + dispatch - 1]++;
        _stars[3 * StarsMax + delivery - 1]++;
        if (credit is { } given)
        {
            _credits[given + 1]++;
        }
    }

    /// <summary>Counts one credit by default, or as many as were counted before.</summary>
    public void AddByDefault(long count = 1) => _byDefault += count;

    /// <summary>The credits: poor, medium, good.</summary>
    public (long Poor, long Medium, long Good) Credits() => (_credits[0], _credits[1], _credits[2]);

    /// <summary>
    /// Mean and shares of the stars 1 to 5 that one component got; zeros where there was no rating.
    /// </summary>
    public ComponentRating Component(int component)
    {
        var stars = _stars.AsSpan(component * StarsMax, StarsMax).ToArray();
        var ratings = Math.Max(1, stars.Sum());
        var mean = stars.Select((count, star) => (star + 1) * (double)count).Sum() / ratings;
        return new ComponentRating(
            Rounded.To(mean, 3), [.. stars.Select(count => Rounded.To((double)count / ratings, 4))]);
    }

    /// <summary>The shares of the stars 1 to 5 over all components together.</summary>
    public IReadOnlyList<double> SharePerStar()
    {
        var all = Math.Max(1, _stars.Sum());
        return [.. Enumerable.Range(0, StarsMax).Select(star => Rounded.To(
            Enumerable.Range(0, Components).Sum(c => (double)_stars[c * StarsMax + star]) / all, 4))];
    }

    /// <summary>Writes the counts.</summary>
    public void Save(StateWriter writer)
    {
        writer.WriteSpan<long>(_stars);
        writer.WriteSpan<long>(_credits);
        writer.Write(_byDefault);
    }

    /// <summary>Replaces the counts by what <see cref="Save"/> wrote.</summary>
    public void Load(StateReader reader)
    {
        Tally.Fill(_stars, reader.ReadSpan<long>());
        Tally.Fill(_credits, reader.ReadSpan<long>());
        _byDefault = reader.Read<long>();
    }
}
