using System.Reflection;
using System.Text;
using FlashSale.Engine;
using FlashSale.Simulator;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class RunKeyTests
{
    public static TheoryData<Type> Code => [typeof(Money), typeof(Market), typeof(Simulation)];

    [Theory]
    [MemberData(nameof(Code))]
    public void The_code_that_names_runs_knows_neither_its_commit_nor_its_folder(Type inside)
    {
        var version = inside.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
        var bytes = Encoding.Latin1.GetString(File.ReadAllBytes(inside.Assembly.Location));

        Assert.DoesNotContain("+", version.InformationalVersion, StringComparison.Ordinal);
        Assert.DoesNotContain(RepositoryRoot.Path, bytes, StringComparison.Ordinal);
    }
}
