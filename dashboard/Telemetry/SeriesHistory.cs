namespace FlashSale.Dashboard;

/// <summary>
/// Numbered series over time in several resolutions, each a ring: an hour costs no more than a minute.
/// </summary>
/// <remarks>
/// Time is any that does not go back, in seconds. A row of a coarser resolution is the mean of what was
/// added in it; a level and a rate are told apart by nothing, because the mean is right for both.
/// </remarks>
internal sealed class SeriesHistory
{
    private readonly Resolution[] _resolutions;

    /// <summary>A history without rows.</summary>
    /// <param name="columns">How many series.</param>
    /// <param name="rows">The rows of each resolution.</param>
    /// <param name="stepSeconds">The length of a row in each resolution, the finest first.</param>
    public SeriesHistory(int columns, int rows, params int[] stepSeconds) =>
        _resolutions = [.. stepSeconds.Select(step => new Resolution(columns, rows, step))];

    /// <summary>The resolutions, the finest first.</summary>
    public IReadOnlyList<Resolution> Resolutions => _resolutions;

    /// <summary>Adds a value of each series; a null is a gap.</summary>
    public void Add(long second, ReadOnlySpan<double?> values)
    {
        foreach (var resolution in _resolutions)
        {
            resolution.Add(second, values);
        }
    }

    /// <summary>The rows of one length.</summary>
    internal sealed class Resolution(int columns, int rows, int step)
    {
        private readonly long[] _at = new long[rows];
        private readonly double[] _sums = new double[rows * columns];
        private readonly int[] _counts = new int[rows * columns];
        private int _next;

        /// <summary>The length of a row, in seconds.</summary>
        public int Step { get; } = step;

        /// <summary>How many rows there are.</summary>
        public int Count { get; private set; }

        /// <summary>Adds to the last row, or begins a new one.</summary>
        public void Add(long second, ReadOnlySpan<double?> values)
        {
            var at = second - (((second % Step) + Step) % Step);
            if (Count == 0 || _at[Last] < at)
            {
                Begin(at);
            }

            for (var column = 0; column < columns; column++)
            {
                if (values[column] is { } value)
                {
                    _sums[(Last * columns) + column] += value;
                    _counts[(Last * columns) + column]++;
                }
            }
        }

        /// <summary>The start of a row, from the oldest on.</summary>
        public long At(int row) => _at[RowAt(row)];

        /// <summary>A value of a row; null for a gap.</summary>
        public double? Value(int row, int column)
        {
            var at = (RowAt(row) * columns) + column;
            return _counts[at] == 0 ? null : _sums[at] / _counts[at];
        }

        private int Last => (_next + rows - 1) % rows;

        private int RowAt(int row) => (_next + rows - Count + row) % rows;

        private void Begin(long at)
        {
            _at[_next] = at;
            Array.Clear(_sums, _next * columns, columns);
            Array.Clear(_counts, _next * columns, columns);
            _next = (_next + 1) % rows;
            Count = Math.Min(Count + 1, rows);
        }
    }
}
