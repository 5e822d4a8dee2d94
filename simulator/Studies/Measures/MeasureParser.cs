namespace FlashSale.Simulator;

/// <summary>Reads the text of a measure into a tree, up to the first thing that is wrong.</summary>
internal sealed class MeasureParser
{
    /// <summary>The most parts of a measure.</summary>
    public const int PartsMax = 200;

    private const int DepthMax = 50;

    private readonly IReadOnlyList<MeasureToken> _tokens;
    private int _at;
    private int _parts;
    private int _depth;

    private readonly MeasureScope _scope;

    private MeasureParser(IReadOnlyList<MeasureToken> tokens, MeasureScope scope) =>
        (_tokens, _scope) = (tokens, scope);

    private MeasureProblem? Problem { get; set; }

    private MeasureToken Next => _tokens[_at];

    /// <summary>The tree; null if the text is no measure, with what is wrong.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scope">What it can name.</param>
    public static (MeasureNode? Root, MeasureProblem? Problem) Parse(string text, MeasureScope scope)
    {
        var (tokens, problem) = MeasureTokens.Of(text);
        if (problem is not null)
        {
            return (null, problem);
        }

        var parser = new MeasureParser(tokens, scope);
        var root = parser.Whole(0);
        return root is not null && parser.Next.Form != TokenForm.End
            ? (null, Refused(parser.Next, "an operator, or the end"))
            : (root, parser.Problem);
    }

    // Precedence climbing: what binds at least so tightly, from left to right.
    private MeasureNode? Whole(int binding)
    {
        if (++_depth > DepthMax)
        {
            return Refuse(Next.At, $"more than {DepthMax} brackets within each other", "fewer");
        }

        var left = Part();
        while (left is not null && MeasureOperator.All.FirstOrDefault(one => Next.Is(one.Sign)) is { } between
            && between.Binding >= binding)
        {
            _at++;
            left = Whole(between.Binding + 1) is { } right
                ? Made(new OperatorNode(between, left, right)) : null;
        }

        _depth--;
        return left;
    }

    private MeasureNode? Part()
    {
        var token = Next;
        _at += token.Form == TokenForm.End ? 0 : 1;
        return token.Form switch
        {
            TokenForm.Number => Made(new NumberNode(token.At, token.Text)),
            TokenForm.Moment => Made(new MomentNode(token.At, token.Text, isBefore: false)),
            _ when token.Is("-") && Next.Form == TokenForm.Moment => Made(
                new MomentNode(token.At, _tokens[_at++].Text, isBefore: true)),
            _ when token.Is("-") || token.Is("not") => Whole(
                token.Is("-") ? MeasureOperator.OfSign : MeasureOperator.OfNot) is { } part
                ? Made(new SignNode(token.At, token.Is("not"), part)) : null,
            _ when token.Is("(") => Whole(0) is { } inner && Expect(")") ? inner : null,
            TokenForm.Name when Next.Is("(") => Call(token),
            TokenForm.Name => Field(token),
            _ => Refuse(token, "a number, a field, a function or «(»"),
        };
    }

    private MeasureNode? Field(MeasureToken first)
    {
        var (names, items) = (new List<string>(), new List<string>());
        for (var name = first; ; name = _tokens[_at++])
        {
            if (name.Form != TokenForm.Name)
            {
                return Refuse(name, "a name after «.»");
            }

            names.Add(name.Text);
            if (Next.Form == TokenForm.Item)
            {
                items.Add(_tokens[_at++].Text);
                names[^1] += "[]";
            }

            if (!Next.Is("."))
            {
                return Made(new FieldNode(first.At, names, items, _scope));
            }

            _at++;
            if (Next.Form == TokenForm.End)
            {
                return Refuse(Next, "a name after «.»");
            }
        }
    }

    private MeasureNode? Call(MeasureToken name)
    {
        _at++;
        var parts = new List<MeasureNode>();
        do
        {
            if (Whole(0) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Next.Is(",") && ++_at > 0);
        return Expect(")") ? Function(name, parts) : null;
    }

    private MeasureNode? Function(MeasureToken name, List<MeasureNode> parts)
    {
        var isOfTime = TimelineNode.Names.Contains(name.Text)
            && (!FunctionNode.OfMore.Contains(name.Text) || parts.Exists(part => part is MomentNode));
        if (isOfTime)
        {
            return parts.Count == TimelineNode.PartsOf(name.Text)
                ? Made(new TimelineNode(name.At, name.Text, parts, _scope))
                : Refuse(name.At, $"«{name.Text}» has {parts.Count} parts", TimelineNode.FormOf(name.Text));
        }

        if (name.Is("published"))
        {
            return parts is [FieldNode field] ? Made(new PublishedNode(name.At, field.Field))
                : Refuse(name.At, "«published» names no field", "published(gmvYuan)");
        }

        return FunctionNode.OfOne.Contains(name.Text) && parts.Count == 1
            || (FunctionNode.OfMore.Contains(name.Text) && parts.Count > 1)
            ? Made(new FunctionNode(name.At, name.Text, parts)) : RefuseFunction(name, parts.Count);
    }

    private MeasureNode? RefuseFunction(MeasureToken name, int parts)
    {
        List<string> known = [.. FunctionNode.OfOne, .. TimelineNode.Names, "published"];
        var meant = NearestWord.Of(name.Text, known) is { } near ? $" (did you mean «{near}»?)" : "";
        return known.Contains(name.Text)
            ? Refuse(name.At, $"«{name.Text}» has {parts} parts",
                FunctionNode.OfOne.Contains(name.Text) ? $"{name.Text}(x)" : $"{name.Text}(x, y)")
            : Refuse(name.At, $"«{name.Text}» is no function{meant}", string.Join(", ", known));
    }

    private bool Expect(string sign)
    {
        if (Next.Is(sign))
        {
            _at++;
            return true;
        }

        Refuse(Next, $"«{sign}», or an operator");
        return false;
    }

    private MeasureNode? Made(MeasureNode node) => ++_parts <= PartsMax
        ? node : Refuse(node.At, $"more than {PartsMax} parts", $"at most {PartsMax}");

    private MeasureNode? Refuse(MeasureToken met, string allowed)
    {
        Problem ??= Refused(met, allowed);
        return null;
    }

    private MeasureNode? Refuse(int at, string wrong, string allowed)
    {
        Problem ??= new MeasureProblem("", at, wrong, allowed);
        return null;
    }

    private static MeasureProblem Refused(MeasureToken met, string allowed) =>
        new("", met.At, $"{met.Shown} does not stand here", allowed);
}
