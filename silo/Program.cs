using FlashSale.Silo;

#pragma warning disable RS0030 // The composition root: the one place that names the real clock.
var clock = TimeProvider.System;
#pragma warning restore RS0030

using var signals = new StopSignals(Console.Error);
var command = new SiloCommand(
    Console.Out, Console.Error, new SiloRun(Console.Out, Console.Error, clock).Run);
return (int)await command.Run(args, signals.Asked);
