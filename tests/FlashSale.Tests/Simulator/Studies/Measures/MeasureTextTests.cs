using FlashSale.Simulator;
using FsCheck.Fluent;

namespace FlashSale.Tests.Simulator.Studies.Measures;

// Whatever is written is a measure or a problem; and what is printed is read as the same.
public sealed class MeasureTextTests
{
    private static readonly string[] Pieces =
    [
        "1", "2.5", "1e9", "gmvYuan", "day.ordersPaid", "funnel[paid].count", "orders_paid", "10min",
        "-5min", "at(", "sum(", "max(", "rate(", "first(", "published(", "ln(", "nothing(", "(", ")", ",",
        "+", "-", "*", "/", "<", ">=", "=", "!=", "and", "or", "not", ".", "[", "]", "[x]", "−", "×", "÷",
        "·", "«", "'", "\"", ";", "\\", "\0", "é", "中", "$", "%", " ", "\n", "partial", "1..2", "0s", "1h",
        "9999999999999999999999",
    ];

    [Fact]
    public void Any_text_is_a_measure_or_a_problem_at_a_place_of_it() => AnyHistory.Holds(
        Gen.Elements(Pieces),
        pieces =>
        {
            foreach (var text in new[] { string.Concat(pieces), string.Join(' ', pieces) })
            {
                var reading = MeasureExpression.Read(text, KeptRun.Scope, text.Length % 2 == 0);
                Assert.NotEqual(reading.Value is null, reading.Problems.Count == 0);
                Assert.All(reading.Problems, problem => Assert.InRange(problem.Position, 0, text.Length));
                reading.Value?.Of(KeptRun.ByHand);
            }
        },
        histories: 400, stepsMax: 30);

    // A machine with a stack makes a tree of any form, written with every bracket.
    [Fact]
    public void What_is_printed_is_read_as_the_same_measure() => AnyHistory.Holds(
        Gen.Choose(0, 11),
        steps =>
        {
            var stack = new Stack<string>(["3", "ordersPaid / ordersPlaced", "7"]);
            foreach (var step in steps)
            {
                var one = stack.Pop();
                stack.Push(step switch
                {
                    < 2 => $"-({one})",
                    2 => $"abs({one})",
                    3 => $"max({one}, {one.Length})",
                    _ when stack.Count > 0 => $"({stack.Pop()}) {"+-*/"[step % 4]} ({one})",
                    _ => one,
                });
                stack.Push(stack.Count < 3 ? $"{step + 2}" : "0.5");
            }

            foreach (var text in stack.Where(text => text.Length < 400))
            {
                var read = KeptRun.Read(text);
                var again = KeptRun.Read(read.Text);

                Assert.Equal(read.Text, again.Text);
                Assert.Equal(read.Unit, again.Unit);
                Assert.Equal(read.Of(KeptRun.ByHand), again.Of(KeptRun.ByHand));
            }
        },
        stepsMax: 24);

    [Theory]
    [InlineData("a.b", false)]
    [InlineData("((1+2))*3", true, "(1 + 2) * 3")]
    [InlineData("1-(2-3)", true, "1 - (2 - 3)")]
    [InlineData("(1-2)-3", true, "1 - 2 - 3")]
    [InlineData("1/(2*3)", true, "1 / (2 * 3)")]
    [InlineData("-(1+2)", true, "-(1 + 2)")]
    [InlineData("-(-5)", true, "--5")]
    [InlineData("funnel[ paid ] . count", true, "funnel[paid].count")]
    [InlineData("sum(orders_paid,-5min,1h  30min)", true, "sum(orders_paid, -5min, 1h  30min)")]
    [InlineData("first( rate( orders_paid )>7 )", true, "first(rate(orders_paid) > 7)")]
    public void A_measure_is_printed_with_the_brackets_that_it_needs(
        string text, bool isMeasure, string printed = "")
    {
        var reading = MeasureExpression.Read(text, KeptRun.Scope);

        Assert.Equal(isMeasure, reading.Value is not null);
        Assert.Equal(printed, reading.Value?.Text ?? "");
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(202, false)]
    public void A_measure_has_at_most_200_parts(int parts, bool isMeasure)
    {
        // So many numbers and one operator less, and a sign before the first.
        var text = "-" + string.Join('+', Enumerable.Repeat("1", parts / 2));
        var reading = MeasureExpression.Read(text, KeptRun.Scope);

        Assert.Equal(isMeasure, reading.Value is not null);
        Assert.Equal(isMeasure ? [] : ["more than 200 parts"], reading.Problems.Select(one => one.Wrong));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("abs(")]
    [InlineData("not ")]
    public void Depth_has_a_limit(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 400)) + "1";

        Assert.Contains("more than 50 brackets",
            MeasureExpression.Read(text, KeptRun.Scope).Problems[0].Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_has_a_longest_length() => Assert.Equal(
        "2001 characters",
        MeasureExpression.Read(new string(' ', 2_001), KeptRun.Scope).Problems[0].Wrong);
}
