using System.Globalization;
using System.Text;

namespace FlashSale.Simulator;

/// <summary>
/// An SVG picture, written shape by shape. Colours and sizes of text come from the page's style.
/// </summary>
internal sealed class Svg
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly StringBuilder _text = new();

    /// <summary>A picture of this size, with a description for those who do not see it.</summary>
    public Svg(double width, double height, string description) => _text
        .Append(Invariant, $"<svg viewBox=\"0 0 {width:0.#} {height:0.#}\" role=\"img\"")
        .Append(Invariant, $" aria-label=\"{Html.Text(description)}\">");

    /// <summary>A straight line.</summary>
    public Svg Line(double x1, double y1, double x2, double y2, string style) => Add(string.Create(
        Invariant,
        $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"") + $" class=\"{style}\"/>");

    /// <summary>A rectangle, with round corners if it has a radius.</summary>
    public Svg Rectangle(double x, double y, double width, double height, string style, double radius = 0) =>
        Add(string.Create(Invariant,
            $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"")
            + (radius > 0 ? string.Create(Invariant, $" rx=\"{radius:0.#}\"") : "")
            + $" class=\"{style}\"/>");

    /// <summary>A dot.</summary>
    public Svg Dot(double x, double y, double radius, string style) => Add(string.Create(
        Invariant, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" class=\"{style}\"/>"));

    /// <summary>A text; style says where it is anchored.</summary>
    public Svg Text(double x, double y, string text, string style) => Add(string.Create(
        Invariant, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" class=\"{style}\">{Html.Text(text)}</text>"));

    /// <summary>A line through points; through one point only, a dot.</summary>
    public Svg Path(IReadOnlyList<(double X, double Y)> points, string style) => points.Count == 1
        ? Path([points[0], points[0]], style)
        : Add($"<path d=\"{Through(points)}\" class=\"{style}\"/>");

    /// <summary>The area inside of points.</summary>
    public Svg Area(IEnumerable<(double X, double Y)> points, string style) =>
        Add($"<path d=\"{Through(points)}Z\" class=\"{style}\"/>");

    /// <summary>Shapes that say a text when they are pointed at; only then the marks of them show.</summary>
    public Svg Hit(string text, Action<Svg> shapes)
    {
        Add($"<g class=\"hit\"><title>{Html.Text(text)}</title>");
        shapes(this);
        return Add("</g>");
    }

    /// <summary>The finished picture.</summary>
    public override string ToString() => _text + "</svg>";

    private static string Through(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(Invariant, $"{(path.Length == 0 ? 'M' : 'L')}{x:0.#} {y:0.#}");
        }

        return path.ToString();
    }

    private Svg Add(string shape)
    {
        _text.Append(shape);
        return this;
    }
}
