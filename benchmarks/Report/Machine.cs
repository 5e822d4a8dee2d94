using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace FlashSale.Benchmarks;

/// <summary>Where and on what the figures were measured: without it they mean nothing.</summary>
internal sealed record Machine(
    string Commit, int Cores, string Processor, double MemoryGiB, string System, string Runtime,
    string FileSystem)
{
    /// <summary>This machine, and the folder that durable rows write to.</summary>
    public static Machine Of(string folder) => new(
        CommitOf(typeof(Machine).Assembly),
        Environment.ProcessorCount,
        ModelOfProcessor(),
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        new DriveInfo(folder).DriveFormat);

    /// <summary>How busy the machine is with anything, where the system says so.</summary>
    public static string LoadAverage() => File.Exists("/proc/loadavg")
        ? File.ReadAllText("/proc/loadavg").Split(' ')[0]
        : "unknown";

    /// <summary>For people, in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"commit {Commit}; {Cores} cores, {Processor}, {MemoryGiB:0.#} GiB; {System}; {Runtime}; "
            + $"files on {FileSystem}");

    private static string ModelOfProcessor()
    {
        const string list = "/proc/cpuinfo";
        var lines = File.Exists(list) ? File.ReadLines(list) : [];
        var model = lines.FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return model?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string CommitOf(Assembly program)
    {
        var version = program.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        return version?.InformationalVersion.Split('+') is [_, { Length: > 0 } commit] ? commit : "unknown";
    }
}
