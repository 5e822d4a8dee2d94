using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator.Results;

/// <summary>«How to add a measure» in hacking.md names the files of one that is there.</summary>
public sealed class AddingAMeasureTests
{
    private const string Example = "Abandoned";

    private static readonly IReadOnlyList<string> Listed =
        [.. Documents.Paths("docs/internals/hacking.md", "## How to add a measure")];

    [Fact]
    public void Every_file_that_the_guide_lists_exists_and_names_the_example() => Assert.All(
        Listed, path => Assert.Contains(Example, Repository.Text(path), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Every_file_of_results_that_names_the_example_is_listed() => Assert.Empty(
        Repository.Sources.Select(source => source.Path)
            .Where(path => path.StartsWith("simulator/Results/", StringComparison.Ordinal))
            .Where(path => Repository.Text(path).Contains($"{Example}", StringComparison.Ordinal))
            .Except(Listed));
}
