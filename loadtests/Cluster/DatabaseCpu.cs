using System.Globalization;

namespace FlashSale.LoadTests;

/// <summary>The CPU time of all PostgreSQL processes of this machine, as Linux counts it.</summary>
internal static class DatabaseCpu
{
    private const string Name = "(postgres)";
    private const double TicksPerSecond = 100; // USER_HZ, the same on all machines that .NET runs on

    /// <summary>What they have used so far; zero where there is no /proc.</summary>
    public static TimeSpan Read()
    {
        if (!Directory.Exists("/proc/self"))
        {
            return TimeSpan.Zero;
        }

        long ticks = 0;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            ticks += TicksOf(Path.Combine(process, "stat"));
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    private static long TicksOf(string stat)
    {
        try
        {
            var text = File.Exists(stat) ? File.ReadAllText(stat) : "";
            var end = text.IndexOf(Name, StringComparison.Ordinal);
            if (end < 0)
            {
                return 0;
            }

            // Behind the name: state, parent, …; user and system time are the 12th and 13th of these.
            var fields = text[(end + Name.Length + 1)..].Split(' ');
            return long.Parse(fields[11], CultureInfo.InvariantCulture)
                + long.Parse(fields[12], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // it has just ended
        }
    }
}
