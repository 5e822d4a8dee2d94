using FlashSale.Simulator;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator;

/// <summary>
/// Whatever a file holds, the reader answers with a scenario or with problems, and never throws.
/// </summary>
public sealed class ScenarioFuzzTests
{
    private const int Mutants = 2_000;
    private const string Pieces = "{}[]:,-#&*!|>'\"%@`\n\t \0ü0189eE.~?";

    [Fact]
    public void No_mutation_of_the_template_makes_the_reader_throw()
    {
        var template = Repository.Text("scenarios/template.yaml");
        for (var mutant = 0; mutant < Mutants; mutant++)
        {
            var draws = Draws.For(seed: 1, mutant, stream: 9_001);
            var text = template;
            for (var change = draws.Below(6); change >= 0; change--)
            {
                text = Mutated(text, ref draws);
            }

            var (scenario, problems) = ScenarioReader.Read(text, "mutant.yaml");
            Assert.True(scenario is null == problems.Count > 0, $"mutant {mutant}");
            Assert.All(problems, problem => Assert.True(problem.Line > 0, $"mutant {mutant}: {problem}"));
        }
    }

    private static string Mutated(string text, ref Draws draws)
    {
        var at = draws.Below(text.Length);
        var length = Math.Min(draws.Below(12), text.Length - at);
        return draws.Below(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Pieces[draws.Below(Pieces.Length)].ToString()),
            2 => text.Insert(draws.Below(text.Length), text.Substring(at, length)),
            _ => text.Remove(at, 1).Insert(at, Pieces[draws.Below(Pieces.Length)].ToString()),
        };
    }
}
