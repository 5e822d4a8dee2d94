namespace FlashSale.Simulator;

/// <summary>What is kept of a run of a study, each with all before it.</summary>
public enum KeptFigures
{
    /// <summary>The values of its measures: another measure runs it again.</summary>
    Measures = 1,

    /// <summary>summary.json.</summary>
    Summary,

    /// <summary>timeline.csv: what a run did over time.</summary>
    Timeline,

    /// <summary>run.sqlite: every order, for measures that are queries.</summary>
    Database,
}
