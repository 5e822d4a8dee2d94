namespace FlashSale.Grains;

/// <summary>The first answer to an act, as it is stored in the row of its subject (rule ORD-4).</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.first-answer")]
internal readonly record struct FirstAnswerRow(
    [property: Id(0)] int Act, [property: Id(1)] long Contents, [property: Id(2)] long AmountFen);

/// <summary>First answers in the row of their subject; null is none, as in rows of before.</summary>
internal static class FirstAnswerRows
{
    /// <summary>The answer to an act; null if it never took effect, or is told by its subject.</summary>
    public static FirstAnswer? Find(this FirstAnswerRow[]? rows, Act act)
    {
        foreach (var row in rows ?? [])
        {
            if (row.Act == act.Packed)
            {
                return new FirstAnswer(act, row.Contents, Money.FromFen(row.AmountFen));
            }
        }

        return null;
    }

    /// <summary>These answers with one more, in the place of an earlier one to the same act.</summary>
    public static FirstAnswerRow[] With(this FirstAnswerRow[]? rows, in FirstAnswer answer)
    {
        var act = answer.Act.Packed;
        var row = new FirstAnswerRow(act, answer.Contents, answer.Amount.Fen);
        return [.. (rows ?? []).Where(one => one.Act != act), row];
    }
}
