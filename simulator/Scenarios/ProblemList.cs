namespace FlashSale.Simulator;

/// <summary>Collects the problems of one file, at most <see cref="ProblemsMax"/> of them.</summary>
internal sealed class ProblemList(string file)
{
    /// <summary>After so many problems the rest is not worth reading.</summary>
    public const int ProblemsMax = 20;

    private readonly List<ScenarioProblem> _problems = [];

    /// <summary>How many were found; more than are kept when the file is hopeless.</summary>
    public int Found { get; private set; }

    /// <summary>The keys that the reader knows but the file does not give, by path.</summary>
    public List<string> KeysNotGiven { get; } = [];

    /// <summary>The kept problems in the order of the file.</summary>
    public IReadOnlyList<ScenarioProblem> InFileOrder =>
        [.. _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    /// <summary>Notes a problem at a node.</summary>
    public void Add(YamlNode node, string field, string wrong, string allowed) =>
        Add(node.Line, node.Column, field, wrong, allowed);

    /// <summary>Notes a problem at a place.</summary>
    public void Add(int line, int column, string field, string wrong, string allowed)
    {
        Found++;
        if (_problems.Count < ProblemsMax)
        {
            // What stands in a file is shown on a terminal: it does not control it.
            _problems.Add(new ScenarioProblem(
                file, line, column, ShownText.Of(field), ShownText.Of(wrong), allowed));
        }
    }
}
