using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class StudyMarkdownTests
{
    [Fact]
    public void A_cell_has_its_unit_its_interval_and_what_can_be_said()
    {
        var apart = StudyMarkdown.Of(Kept.Found([10, 11, 12, 13], [20, 21.5, 22, 23.5]));

        Assert.Equal(
            """
            Means of 4 seeds, 95 % intervals:

            | arm | gmv |
            |---|---|
            """,
            string.Join('\n', apart.Split('\n')[..4]));
        Assert.Contains("Against `as-it-is`, 95 % intervals for 1 comparisons at once", apart,
            StringComparison.Ordinal);
        Assert.Contains("| `at-once` | **+", apart, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_decided_is_not_told_as_a_difference() => Assert.Contains(
        "| `at-once` | undecided: −", StudyMarkdown.Of(Kept.Found([10, 11, 12, 13], [11, 10, 13, 12])),
        StringComparison.Ordinal);

    [Fact]
    public void The_same_values_are_the_same() => Assert.EndsWith(
        "| `at-once` | the same |", StudyMarkdown.Of(Kept.Found([10, 11, 12, 13], [10, 11, 12, 13])),
        StringComparison.Ordinal);

    private static ValuedStudy Kept => new(4);
}
