using System.Globalization;
using FlashSale.LoadTests;

#pragma warning disable RS0030 // The composition root: a load test measures real time.
var clock = TimeProvider.System;
#pragma warning restore RS0030

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
const string purpose = "Loads a market with NBomber, audits it afterwards, and judges both.";
return await LoadCommands.Root(
    purpose, (options, work, visits) => new InjectedLoad(options, work, visits, clock), clock)
    .Parse(args).InvokeAsync();
