using FlashSale.Client;
using FlashSale.Dashboard;

#pragma warning disable RS0030 // The composition root: the one place that names the real clock.
var clock = TimeProvider.System;
#pragma warning restore RS0030

using var stop = new StopSignals();
var flashsale = new Cli(Terminal.OfProcess(clock));
return (int)flashsale.Run(args, stop.Asked);
