namespace FlashSale.Simulator;

/// <summary>What can be measured of the runs of a kind of scenario.</summary>
internal abstract class StudiedFigures
{
    /// <summary>The figures of summary.json, in the order of the file.</summary>
    public abstract IReadOnlyCollection<SummaryFigure> All { get; }

    /// <summary>The columns of what runs did over time.</summary>
    public abstract IReadOnlyList<IRunColumn> Columns { get; }

    /// <summary>The reference that explains the figures.</summary>
    public abstract string Reference { get; }

    /// <summary>The files that make an empty database of a run.</summary>
    public abstract IReadOnlyList<string> Schema { get; }

    /// <summary>The reference of that database.</summary>
    public abstract string Tables { get; }

    /// <summary>The figure at a place; null if there is none.</summary>
    public abstract SummaryFigure? Find(string field);

    /// <summary>The unit of a figure, where its items are named.</summary>
    public virtual string UnitOf(SummaryFigure figure, IReadOnlyList<string> items) => figure.Unit;

    /// <summary>The names that items of a list can have; null if they are not known before a run.</summary>
    public abstract IReadOnlyList<string>? ItemsOf(MeasureScope scope, string list);

    /// <summary>Whether an item may be there though it is no name of the list.</summary>
    public virtual bool MayHold(MeasureScope scope, string list, string item) => false;

    /// <summary>Why runs have nothing in a column; null if they may.</summary>
    public virtual (string Wrong, string Allowed)? EmptyColumn(MeasureScope scope, IRunColumn column) => null;

    /// <summary>The year whose published facts runs are compared with; null if none.</summary>
    public virtual int? YearOf(IStudiedScenario scenario) => null;

    /// <summary>A run that is kept, read when something of it is asked for.</summary>
    public abstract IStoredRun Stored(RunCache cache, string key);
}
