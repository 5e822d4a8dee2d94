using System.Globalization;
using FlashSale.Dashboard;
using FlashSale.LoadTests;

#pragma warning disable RS0030 // The composition root: a load test measures real time.
var clock = TimeProvider.System;
#pragma warning restore RS0030

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
using var stop = new StopSignals();
var program = new LoadProgram(
    "loadtests", "Loads a market in an open loop, audits it afterwards, and judges both.", Inject: null);
return await LoadCommands.Run(program, args, LoadTerminal.OfProcess(), clock, stop.Asked);
