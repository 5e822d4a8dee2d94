using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>What a step of a chaos timeline does.</summary>
public enum ChaosKind
{
    /// <summary>Runs a command of the shell.</summary>
    Run = 1,

    /// <summary>Kills a process at once, as a power cut would.</summary>
    Kill,

    /// <summary>Stops a process where it stands: it is silent, and not dead.</summary>
    Pause,

    /// <summary>Lets a process that was paused go on.</summary>
    Resume,

    /// <summary>Turns a degradation switch on (rule CAP-2).</summary>
    SwitchOn,

    /// <summary>Turns it off.</summary>
    SwitchOff,
}

/// <summary>Trouble at a moment of a load test.</summary>
/// <param name="At">When, counted from the end of the warm-up.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Target">
/// The command, the switch, or the process: its number, or such as «silo-2» of a load test that starts silos.
/// </param>
public sealed record ChaosStep(TimeSpan At, ChaosKind Kind, string Target)
{
    private const string SiloStart = "silo-";

    internal static IReadOnlyList<ChaosStep> ReadAll(Block block) =>
        block.Blocks("steps", [], itemsMax: 100, ReadOne);

    private static ChaosStep ReadOne(Block block)
    {
        var step = new ChaosStep(
            block.Length("at", null, TimeSpan.Zero, LoadPlan.LongestDuration),
            block.Choice<ChaosKind>("kind", null),
            block.Text("target", null, 1_000));
        if (step.Kind is ChaosKind.Kill or ChaosKind.Pause or ChaosKind.Resume && !IsProcess(step.Target))
        {
            block.Refuse(
                "target", $"«{step.Target}» is no process",
                "the number of a process, or such as silo-2 where silos are started");
        }

        var switches = SwitchRules.Modelled.Select(one => Words.Of(one)).ToList();
        if (step.Kind is ChaosKind.SwitchOn or ChaosKind.SwitchOff && !switches.Contains(step.Target))
        {
            block.Refuse(
                "target", $"«{step.Target}» is no switch that is modelled", string.Join(", ", switches));
        }

        return step;
    }

    private static bool IsProcess(string target)
    {
        var isSilo = target.StartsWith(SiloStart, StringComparison.Ordinal);
        return int.TryParse(
            isSilo ? target[SiloStart.Length..] : target, NumberStyles.None, CultureInfo.InvariantCulture,
            out var number)
            && number > (isSilo ? 0 : 1);
    }
}
