namespace FlashSale.Simulator;

/// <summary>A column of what runs did over time.</summary>
public interface IRunColumn
{
    /// <summary>Its name, in snake_case.</summary>
    string Column { get; }

    /// <summary>What is counted; «yuan» for money.</summary>
    string Unit { get; }

    /// <summary>What it says.</summary>
    string Meaning { get; }

    /// <summary>Whether it is a level, seen at the end of a row, and not a count of the row.</summary>
    bool IsLevel { get; }
}

/// <summary>A row of what a run did over time.</summary>
public interface IRunRow
{
    /// <summary>The second at which it begins, counted from the run's own zero.</summary>
    long Seconds { get; }

    /// <summary>The second at which it ends.</summary>
    long EndSeconds { get; }

    /// <summary>The value of a column; of money, in yuan.</summary>
    double Of(IRunColumn column);
}
