using System.Text.RegularExpressions;

namespace FlashSale.Simulator;

/// <summary>What a piece of an expression is.</summary>
internal enum TokenForm
{
    Number = 1,
    Moment,
    Name,
    Item,
    Sign,
    End,
}

/// <summary>A piece of an expression and where it stands.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Text">As it was written; of an item what stands between its brackets.</param>
/// <param name="At">At which character.</param>
internal readonly record struct MeasureToken(TokenForm Form, string Text, int At)
{
    /// <summary>Whether it is this sign or this word.</summary>
    public bool Is(string text) => Form is TokenForm.Sign or TokenForm.Name && Text == text;

    /// <summary>As messages show it.</summary>
    public string Shown => Form switch
    {
        TokenForm.End => "the end",
        TokenForm.Item => $"«[{Text}]»",
        _ => $"«{Text}»",
    };
}

/// <summary>Cuts the text of a measure into pieces.</summary>
internal static partial class MeasureTokens
{
    private static readonly (string Written, string Sign)[] Twins =
    [
        ("−", "-"), ("–", "-"), ("×", "*"), ("·", "*"), ("÷", "/"), ("≤", "<="), ("≥", ">="), ("≠", "!="),
        ("==", "="),
    ];

    /// <summary>The pieces, with the end as the last; or the first character that is none.</summary>
    public static (IReadOnlyList<MeasureToken> Tokens, MeasureProblem? Problem) Of(string text)
    {
        var tokens = new List<MeasureToken>();
        var at = 0;
        while (Space().Match(text, at) is var space && (at += space.Length) < text.Length)
        {
            var piece = Piece().Match(text, at);
            if (!piece.Success)
            {
                var wrong = Word().Match(text, at).Value;
                return (tokens, new MeasureProblem("", at, $"«{wrong}» is no part of a measure",
                    "numbers, fields of summary.json, moments such as 10min, + - * / ( ), comparisons"));
            }

            tokens.Add(Token(piece, at));
            at += piece.Length;
        }

        tokens.Add(new MeasureToken(TokenForm.End, "", text.Length));
        return (tokens, null);
    }

    private static MeasureToken Token(Match piece, int at)
    {
        var form = Enum.GetValues<TokenForm>().First(form => piece.Groups[form.ToString()].Success);
        var sign = Array.Find(Twins, twin => twin.Written == piece.Value).Sign;
        return new MeasureToken(
            form, form == TokenForm.Item ? piece.Value[1..^1].Trim() : sign ?? piece.Value, at);
    }

    [GeneratedRegex(@"\G\s*")]
    private static partial Regex Space();

    [GeneratedRegex(@"\G(\S\w*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex("""
        \G((?<Moment>[0-9]+(\.[0-9]+)?(ms|min|s|h|d)(\ +[0-9]+(\.[0-9]+)?(ms|min|s|h|d))*)(?![\w.])
        |(?<Number>[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?)(?![\w.])
        |(?<Name>[A-Za-z][A-Za-z0-9_]*)
        |(?<Item>\[[^\[\]\n]{1,100}\])
        |(?<Sign><=|>=|==|!=|[-+*/<>=(),.−–×·÷≤≥≠]))
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Piece();
}
