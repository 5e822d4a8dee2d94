using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>Counts and money by kind: per category, per region, per reason.</summary>
internal sealed class Tally(int kinds)
{
    private readonly long[] _counts = new long[kinds];
    private readonly long[] _fen = new long[kinds];

    /// <summary>How many things of a kind were counted.</summary>
    public long CountOf(int kind) => _counts[kind];

    /// <summary>The money of a kind.</summary>
    public Money AmountOf(int kind) => Money.FromFen(_fen[kind]);

    /// <summary>Counts one thing, or as many as were counted before.</summary>
    public void Add(int kind, long count = 1) => _counts[kind] += count;

    /// <summary>Counts one thing with its money.</summary>
    public void Add(int kind, Money amount)
    {
        _counts[kind]++;
        _fen[kind] += amount.Fen;
    }

    /// <summary>Writes the counts and the money.</summary>
    public void Save(StateWriter writer)
    {
        writer.WriteSpan<long>(_counts);
        writer.WriteSpan<long>(_fen);
    }

    /// <summary>Replaces counts and money by what <see cref="Save"/> wrote.</summary>
    public void Load(StateReader reader)
    {
        Fill(_counts, reader.ReadSpan<long>());
        Fill(_fen, reader.ReadSpan<long>());
    }

    /// <summary>Copies rows that were read over rows of the same number.</summary>
    /// <exception cref="InvalidDataException">The number differs: the state is of a run with other
    /// labels.</exception>
    public static void Fill<T>(T[] into, T[] read)
    {
        if (read.Length != into.Length)
        {
            throw new InvalidDataException(
                $"The state records {read.Length} kinds where this run has {into.Length}.");
        }

        read.CopyTo(into, 0);
    }
}
