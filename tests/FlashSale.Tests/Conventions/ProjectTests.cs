using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlashSale.Tests.Conventions;

/// <summary>
/// The layering of docs/internals/architecture.md: who may reference whom, and which versions are declared.
/// </summary>
public sealed class ProjectTests
{
    private const string WithNBomber = "loadtests/nbomber";

    // marketplace ← engine ← simulator ← client; marketplace ← grains-interfaces ← grains ← silo;
    // the dashboard sees only the port in marketplace; the driver knows its API and the scenarios.
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["marketplace"] = [],
        ["engine"] = ["marketplace"],
        ["simulator"] = ["engine", "marketplace"],
        ["dashboard"] = ["marketplace"],
        ["driver"] = ["dashboard", "simulator", "marketplace"],
        ["client"] = ["driver", "simulator", "engine", "marketplace", "dashboard"],
        ["benchmarks"] = ["dashboard", "simulator", "engine", "marketplace"],
        ["grains-interfaces"] = ["marketplace"],
        ["grains"] = ["grains-interfaces", "marketplace"],
        ["silo"] = ["grains", "grains-interfaces", "marketplace", "dashboard", "simulator"],
        ["loadtests"] =
        [
            "silo", "driver", "dashboard", "grains", "grains-interfaces", "simulator", "marketplace",
        ],
        ["loadtests/nbomber"] = ["loadtests"],
        ["tests/FlashSale.Tests"] =
        [
            "client", "benchmarks", "driver", "dashboard", "simulator", "engine", "marketplace",
            "tests/FlashSale.CrashWriter",
        ],
        ["tests/FlashSale.CrashWriter"] = ["engine", "marketplace"],
        ["tests/drills"] = ["grains-interfaces", "marketplace"],
        ["tests/FlashSale.Cluster.Tests"] =
            ["silo", "loadtests", "grains", "grains-interfaces", "simulator", "engine", "marketplace"],
    };

    [Fact]
    public void Projects_reference_only_what_is_below_them() => Repository.HasNo(
        from project in Repository.Files("*.csproj")
        let folder = FolderOf(project)
        let allowed = MayReference.GetValueOrDefault(folder, [])
        from reference in Repository.Xml(project).Descendants("ProjectReference")
        let target = FolderOf(Resolve(project, reference.Attribute("Include")!.Value))
        where !allowed.Contains(target)
        select $"{project}:{Repository.LineOf(reference)}: {folder} references {target}; "
            + $"it may reference {Names(allowed)}: move the code, or change the architecture and this table");

    [Fact]
    public void Every_project_has_its_place_in_the_architecture() => Repository.HasNo(
        from project in Repository.Files("*.csproj")
        where !MayReference.ContainsKey(FolderOf(project))
        select $"{project}:1: not in the table of {nameof(ProjectTests)}; say there what it may reference");

    [Fact]
    public void The_marketplace_needs_no_package() => Repository.HasNo(
        from project in Repository.Files("FlashSale.Marketplace.csproj")
        from reference in Repository.Xml(project).Descendants("PackageReference")
        select $"{project}:{Repository.LineOf(reference)}: the rules need nothing but .NET; "
            + "put what needs the package into a host");

    [Fact]
    public void Every_project_but_that_of_NBomber_is_in_the_solution() => Repository.HasNo(
        from project in Repository.Files("*.csproj")
        where FolderOf(project) != WithNBomber
        where !Repository.Text("FlashSale.sln").Contains(project.Replace('/', '\\'), StringComparison.Ordinal)
        select $"{project}:1: not in FlashSale.sln; run: dotnet sln add {project}");

    // Its package is in no public feed any more: what needs it must not keep the rest from being built.
    [Fact]
    public void Only_the_NBomber_project_needs_NBomber()
    {
        Assert.DoesNotContain(
            "nbomber", Repository.Text("FlashSale.sln"), StringComparison.OrdinalIgnoreCase);
        Repository.HasNo(
            from project in Repository.Files("*.csproj")
            from reference in Repository.Xml(project).Descendants()
            where reference.Name.LocalName is "PackageReference" or "ProjectReference"
            where reference.Attribute("Include")!.Value.Contains("NBomber", StringComparison.Ordinal)
            where FolderOf(project) != WithNBomber
            select $"{project}:{Repository.LineOf(reference)}: only {WithNBomber} may reference NBomber");
        Repository.HasNo(
            from source in Repository.Sources
            where source.Nodes<UsingDirectiveSyntax>().Any(one => $"{one.Name}".StartsWith("NBomber."))
            where !source.Path.StartsWith(WithNBomber, StringComparison.Ordinal)
            select $"{source.Path}:1: only {WithNBomber} may use NBomber");
    }

    [Fact]
    public void Every_package_version_is_used_and_its_group_says_what_for()
    {
        var versions = Repository.Xml("Directory.Packages.props");
        var used = PackagesReferenced().Concat(PackagesRestored())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Repository.HasNo(
            from version in versions.Descendants("PackageVersion")
            let package = version.Attribute("Include")!.Value
            where !used.Contains(package)
            select $"Directory.Packages.props:{Repository.LineOf(version)}: {package} is used nowhere; "
                + "remove it");
        Repository.HasNo(
            from version in versions.Descendants("PackageVersion")
            where version.Parent!.Attribute("Label") is null
            select $"Directory.Packages.props:{Repository.LineOf(version)}: its group has no Label; "
                + "say there what the packages are for");
    }

    private static IEnumerable<string> PackagesReferenced() =>
        from file in Repository.Files("*.csproj").Append("Directory.Build.props")
        from reference in Repository.Xml(file).Descendants("PackageReference")
        select reference.Attribute("Include")!.Value;

    // Versions that only pin what others bring along stand in what NuGet wrote down when it restored.
    private static IEnumerable<string> PackagesRestored() =>
        from restored in Directory.GetFiles(
            Path.Combine(Repository.Root, "artifacts", "obj"), "project.assets.json",
            SearchOption.AllDirectories)
        from library in LibrariesOf(restored)
        select library;

    private static string[] LibrariesOf(string restored)
    {
        using var assets = System.Text.Json.JsonDocument.Parse(File.ReadAllText(restored));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(library => library.Name.Split('/')[0])];
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!.Replace('\\', '/');

    private static string Resolve(string project, string reference) => Path.GetRelativePath(
        Repository.Root, Path.Combine(Repository.Root, FolderOf(project), reference.Replace('\\', '/')));

    private static string Names(string[] allowed) =>
        allowed.Length == 0 ? "nothing" : string.Join(", ", allowed);
}
