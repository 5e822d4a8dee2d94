namespace FlashSale.Simulator;

/// <summary>
/// What studies do with scenarios of a kind: read, change, fork, run, measure, tell of them.
/// </summary>
/// <remarks>All that a study does otherwise with one kind than with another stands behind this.</remarks>
public abstract class StudiedKind
{
    /// <summary>All kinds.</summary>
    internal static IReadOnlyList<StudiedKind> All { get; } = [StudiedFestival.Kind, StudiedSeason.Kind];

    /// <summary>Which kind of scenario it is.</summary>
    internal abstract ScenarioKind Scenarios { get; }

    /// <summary>The command that runs one of them alone.</summary>
    public abstract string Verb { get; }

    /// <summary>The reference of their keys.</summary>
    internal abstract string Reference { get; }

    /// <summary>What can be measured of their runs.</summary>
    internal abstract StudiedFigures Figures { get; }

    /// <summary>How their runs go through time.</summary>
    internal abstract StudiedTime Time { get; }

    /// <summary>Keys that say how they are called, and change nothing of a run.</summary>
    internal abstract IReadOnlyList<string> Labels { get; }

    /// <summary>Why runs cannot stop at a moment before their end; null if they can.</summary>
    internal virtual (string Wrong, string Allowed)? HorizonProblem => null;

    /// <summary>Why a cluster cannot carry out their runs; null if it can.</summary>
    public virtual (string Wrong, string Allowed)? ClusterProblem => null;

    /// <summary>Reads a scenario of any kind that studies run.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static ScenarioReading<IStudiedScenario> Read(string text, string file)
    {
        var kind = ScenarioReader.KindOf(text);
        return All.First(one => one.Scenarios == kind).ReadText(text, file);
    }

    /// <summary>Reads a scenario of this kind.</summary>
    internal abstract ScenarioReading<IStudiedScenario> ReadText(string text, string file);

    /// <summary>Reads what a study's changes made of a scenario's tree.</summary>
    internal abstract ScenarioReading<IStudiedScenario> ReadChanged(
        YamlNode tree, string file, IStudiedScenario from);

    /// <summary>Every key that a scenario can set.</summary>
    internal abstract IReadOnlyList<string> KeysOf(IStudiedScenario scenario);

    /// <summary>What a key does to what points have in common; null if nobody gave it a role.</summary>
    internal abstract KeyRole? RoleOf(string key);

    /// <summary>A hash of what points have in common; interventions leave it.</summary>
    internal abstract string HashOfHeld(IStudiedScenario scenario);

    /// <summary>The scenario of a point, with what the base holds in all points.</summary>
    /// <param name="study">The study.</param>
    /// <param name="held">The base of the point.</param>
    /// <param name="changes">What the point changes.</param>
    /// <param name="scenario">Its scenario as it was read.</param>
    internal virtual IStudiedScenario Held(
        Study study, IStudiedScenario held, IReadOnlyList<ScenarioChange> changes,
        IStudiedScenario scenario) => scenario;

    /// <summary>What points have in common, for whoever plans a study of a base.</summary>
    public abstract string HeldBy(IStudiedScenario held);

    /// <summary>The same in the report.</summary>
    /// <param name="study">The study.</param>
    /// <param name="hash">The hash of what is held.</param>
    internal abstract string HeldIn(Study study, string hash);

    /// <summary>The unit of moments at which a study can be forked, and one of them.</summary>
    internal abstract (string Unit, string Example) ForkWords { get; }

    /// <summary>The earliest and the latest moment at which a study can be forked, and their step.</summary>
    internal abstract (TimeSpan Earliest, TimeSpan Latest, TimeSpan Step) ForksOf(
        IStudiedScenario past, TimeSpan? horizon);

    /// <summary>What points may have otherwise from the moment on, for messages.</summary>
    internal abstract string AllowedFromThenOn { get; }

    /// <summary>The paths of what two scenarios have otherwise beside their course.</summary>
    internal abstract IReadOnlyList<string> BesideCourse(IStudiedScenario past, IStudiedScenario arm);

    /// <summary>
    /// Why a run of one scenario cannot go on as another from a moment on, as the end of a sentence about the
    /// other; null if it can.
    /// </summary>
    internal abstract string? ObstacleOf(IStudiedScenario past, IStudiedScenario arm, TimeSpan at);

    /// <summary>Makes runs, one after the other; what they share is kept between them.</summary>
    internal abstract IStudiedRuns Runs();
}
