namespace FlashSale.Cluster.Tests;

/// <summary>For tests against real servers, which do not wait for a fake clock.</summary>
internal static class RealClock
{
#pragma warning disable RS0030 // A test is its own composition root.
    public static TimeProvider Instance { get; } = TimeProvider.System;
#pragma warning restore RS0030
}
