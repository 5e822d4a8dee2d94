using System.Text.RegularExpressions;
using FlashSale.Simulator;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>Every number of a season that nobody published is moved in a study that is shipped.</summary>
public sealed partial class SeasonAssumptionTests
{
    private static readonly Study Shipped =
        TextFile.Read(StudyFiles.Find("season-assumptions")!, StudyReader.Read).Value!;

    private static readonly SeasonScenario Base = (SeasonScenario)Shipped.Base;

    // The keys of the base that hold numbers; a distribution is one number, and so is a list of shares.
    private static readonly string[] Numbers =
    [
        .. ScenarioTree.Values(ScenarioTree.Of(Base)).Where(at => ANumber().IsMatch(at.Value))
            .Select(at => KeyRoles.KeyOf(APercentile().Replace(at.Path, ""))).Distinct(),
    ];

    [Fact]
    public void The_study_has_every_model_and_every_part_of_it()
    {
        Assert.All(Enum.GetValues<SeasonModel>(), model => Assert.True(Base.IsOn(model), $"{model} is off"));

        var given = ScenarioTree.Values(ScenarioTree.Of(Base))
            .Select(at => KeyRoles.KeyOf(APercentile().Replace(at.Path, ""))).ToHashSet();
        var parts = ScenarioKeys.Of(Base).Where(key => !given.Any(one => one == key
            || one.StartsWith(key + ".", StringComparison.Ordinal)
            || key.StartsWith(one + ".", StringComparison.Ordinal)));
        Assert.DoesNotContain(parts, key => SeasonNumbers.WhyUnmoved(key) is null);
    }

    [Fact]
    public void Every_assumed_number_of_a_season_is_in_a_sensitivity_study()
    {
        var moved = StudyFiles.Shipped()
            .Select(name => TextFile.Read(StudyFiles.Find(name)!, StudyReader.Read).Value!)
            .Where(study => study.Base is SeasonScenario)
            .SelectMany(study => study.Design switch
            {
                MorrisStudy or SobolAnalysis => ((CubeDesign)study.Design).Cube.Factors,
                OneAtATime swings => swings.Ranged,
                _ => [],
            })
            .Select(factor => factor.Change.Path.Key).ToHashSet();

        var missing = Numbers.Where(key => !SeasonNumbers.IsPublished(key)
            && SeasonNumbers.WhyUnmoved(key) is null && !moved.Contains(key));

        Assert.True(!missing.Any(), "assumed, and in no sensitivity study (studies/season-assumptions.yaml): "
            + string.Join(", ", missing));
    }

    [Fact]
    public void What_is_published_or_never_moved_is_a_key_of_a_season()
    {
        var keys = ScenarioKeys.Of(Base);

        Assert.All(SeasonNumbers.Published.Concat(SeasonNumbers.Unmoved.Select(row => row.Key)),
            row => Assert.Contains(row, keys));
        Assert.DoesNotContain(
            SeasonNumbers.Published, row => SeasonNumbers.Unmoved.Any(one => one.Key == row));
    }

    [Fact]
    public void The_reference_calls_assumed_what_the_program_does()
    {
        var rows = RowsOfTheReference().ToList();

        Assert.True(rows.Count > 200);
        Assert.All(rows.Where(row => Numbers.Contains(row.Key)), row => Assert.True(
            row.From.StartsWith('A') != SeasonNumbers.IsPublished(row.Key),
            $"{row.Key}: the reference says «{row.From}», SeasonNumbers "
            + (SeasonNumbers.IsPublished(row.Key) ? "published" : "assumed")));
    }

    // Keys stand below the heading, or the line, of their section; those of a row share its first key's.
    private static IEnumerable<(string Key, string From)> RowsOfTheReference()
    {
        var section = "";
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "reference", "season.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line == "## The file" ? "." : "";
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                section = heading.Groups[1].Value.Replace("[]", "", StringComparison.Ordinal);
            }
            else if (section.Length > 1 && line.Split(" | ") is [var first, .., var from]
                && AKey().IsMatch(first))
            {
                var keys = AKey().Matches(first).Select(key => key.Groups[1].Value).ToList();
                var block = keys[0].LastIndexOf('.') is var dot and > 0 ? keys[0][..(dot + 1)] : "";
                foreach (var key in keys.Select(key => key.StartsWith(block, StringComparison.Ordinal)
                    ? key : block + key).Where(_ => from.TrimEnd('|', ' ').Length > 0))
                {
                    yield return ($"{section}.{key}", from.TrimEnd('|', ' '));
                }
            }
        }
    }

    [GeneratedRegex(@"^-?[0-9.]+(E-?[0-9]+)?(ms|s|min|h|d)?$")]
    private static partial Regex ANumber();

    [GeneratedRegex(@"\.p[0-9.]+$")]
    private static partial Regex APercentile();

    [GeneratedRegex("^(?:### )?`([a-zA-Z.\\[\\]]+)`(?:$|[:,])")]
    private static partial Regex Heading();

    [GeneratedRegex("`([a-zA-Z.]+)`")]
    private static partial Regex AKey();
}
