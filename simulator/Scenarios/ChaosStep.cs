namespace FlashSale.Simulator;

/// <summary>What a step of a chaos timeline does.</summary>
public enum ChaosKind
{
    /// <summary>Runs a command of the shell.</summary>
    Run = 1,

    /// <summary>Kills a process at once, as a power cut would.</summary>
    Kill,

    /// <summary>Turns a degradation switch on (rule CAP-2).</summary>
    SwitchOn,

    /// <summary>Turns it off.</summary>
    SwitchOff,
}

/// <summary>Trouble at a moment of a load test.</summary>
/// <param name="At">When, counted from the end of the warm-up.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Target">The command, the number of the process, or the switch.</param>
public sealed record ChaosStep(TimeSpan At, ChaosKind Kind, string Target)
{
    internal static IReadOnlyList<ChaosStep> ReadAll(Block block) =>
        block.Blocks("steps", [], itemsMax: 100, ReadOne);

    private static ChaosStep ReadOne(Block block)
    {
        var step = new ChaosStep(
            block.Length("at", null, TimeSpan.Zero, LoadPlan.LongestDuration),
            block.Choice<ChaosKind>("kind", null),
            block.Text("target", null, 1_000));
        if (step.Kind == ChaosKind.Kill && !(int.TryParse(step.Target, out var process) && process > 1))
        {
            block.Refuse("target", $"«{step.Target}» is no process", "the number of a process");
        }

        var switches = Enum.GetValues<Switch>().Select(one => Words.Of(one)).ToList();
        if (step.Kind is ChaosKind.SwitchOn or ChaosKind.SwitchOff && !switches.Contains(step.Target))
        {
            block.Refuse("target", $"«{step.Target}» is no switch", string.Join(", ", switches));
        }

        return step;
    }
}
