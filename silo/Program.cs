using FlashSale.Dashboard;
using FlashSale.Silo;

#pragma warning disable RS0030 // The composition root: the one place that names the real clock.
var clock = TimeProvider.System;
#pragma warning restore RS0030

// What was answered is durable: ending at once loses no more than a crash would.
using var signals = new StopSignals(again: () =>
{
    Console.Error.WriteLine("silo: asked again, so it ends at once; others take over what it had begun");
    Environment.Exit((int)ExitCode.Failed);
});
var command = new SiloCommand(
    Console.Out, Console.Error, new SiloRun(Console.Out, Console.Error, clock).Run);
return (int)await command.Run(args, signals.Asked);
