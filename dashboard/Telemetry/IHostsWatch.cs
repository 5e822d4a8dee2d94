namespace FlashSale.Dashboard;

/// <summary>The hosts of a market that has several; a market in one process needs none.</summary>
public interface IHostsWatch
{
    /// <summary>Tells the others about this host and hears about all of them, this one included.</summary>
    ValueTask<IReadOnlyList<HostFigures>> Exchange(HostFigures own, CancellationToken stop);

    /// <summary>What happened to the hosts, the oldest first; bounded.</summary>
    IReadOnlyList<MemberChange> Changes { get; }
}

/// <summary>A host joined, died or left.</summary>
/// <param name="At">When this host saw it.</param>
/// <param name="Host">Which host.</param>
/// <param name="State">What it is now: «active», «dead», «stopping».</param>
public sealed record MemberChange(DateTimeOffset At, string Host, string State);

/// <summary>How one process is; rates are of the last second.</summary>
public sealed record HostFigures
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>«active», «paused», «stopping», «dead», «silent».</summary>
    public required string State { get; init; }

    /// <summary>The share of all its processors that it uses, 0 to 1.</summary>
    public double Cpu { get; init; }

    /// <summary>Bytes of memory that it holds.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>The share of time that its collector paused it, 0 to 1.</summary>
    public double GcPause { get; init; }

    /// <summary>Grains that are active; null if it has none.</summary>
    public long? Activations { get; init; }

    /// <summary>Messages between grains a second; null if it has none.</summary>
    public double? Messages { get; init; }

    /// <summary>What waits for it: commands, writes, items of its thread pool.</summary>
    public long Queue { get; init; }

    /// <summary>Requests a second.</summary>
    public double Requests { get; init; }

    /// <summary>Faults a second: answers that say nothing about the market.</summary>
    public double Errors { get; init; }

    /// <summary>Requests a second that were refused for load.</summary>
    public double Shed { get; init; }

    /// <summary>99 of 100 requests took no longer, in milliseconds; null without requests.</summary>
    public double? RequestMsP99 { get; init; }

    /// <summary>99 of 100 durable writes took no longer, in milliseconds; null without writes.</summary>
    public double? WriteMsP99 { get; init; }

    /// <summary>Checkouts that this host took, since it was started.</summary>
    public long Checkouts { get; init; }
}
