using System.Reflection;
using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>What a silo says about itself on the console when it starts and when it serves.</summary>
internal sealed class Welcome(TextWriter output, SiloOptions options, string name)
{
    /// <summary>«1.0.0, commit 0123456789ab», as the build wrote it into the program.</summary>
    public static string Version { get; } = Of(Built);

    /// <summary>«0123456789ab», or «unknown» without git.</summary>
    public static string Commit { get; } =
        Built.Split('+', 2) is [_, { Length: > 0 } commit] ? commit : "unknown";

    /// <summary>It begins to start.</summary>
    public void Starting() => output.WriteLine($"FlashSale silo {Version}");

    /// <summary>It serves.</summary>
    /// <param name="urls">Where HTTP is served.</param>
    /// <param name="took">How long the start took.</param>
    public void Ready(IEnumerable<string> urls, TimeSpan took)
    {
        output.WriteLine($"Silo {name} of cluster {options.ClusterId}, {Rows()}");
        foreach (var line in Addresses.Lines(urls, options.Collector))
        {
            output.WriteLine(line);
        }

        output.WriteLine($"  logs     {options.Logs}");
        output.WriteLine(FormattableString.Invariant(
            $"Ready after {took.TotalSeconds:0.0} s. Ctrl-C stops it: what was begun is finished first."));
        output.Flush();
    }

    /// <summary>It was asked to stop.</summary>
    public void Stopping() => output.WriteLine(
        $"Stopping: what was begun is finished, for {options.DrainWithin.TotalSeconds:0} s at most; "
            + "Ctrl-C again ends it at once.");

    /// <summary>It has stopped.</summary>
    /// <param name="isDrained">Whether it had the time to finish what was begun.</param>
    public void Stopped(bool isDrained) => output.WriteLine(isDrained
        ? "Stopped: all that was begun is done."
        : "Stopped: not all that was begun was done in time; the next start, or another silo, finishes it.");

    internal static string Of(string version) => version.Split('+', 2) is [var number, { Length: > 0 } commit]
        ? $"{number}, commit {commit}"
        : version;

    private static string Built => typeof(Welcome).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private string Rows() => options.Cluster switch
    {
        ClusterKind.Memory => "rows in memory: they are gone when it stops",
        ClusterKind.Sqlite => $"rows in {options.Folder}",
        _ => "rows in PostgreSQL",
    };
}
