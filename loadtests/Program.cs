using System.Globalization;
using FlashSale.LoadTests;

#pragma warning disable RS0030 // The composition root: a load test measures real time.
var clock = TimeProvider.System;
#pragma warning restore RS0030

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
const string purpose = "Loads a market in an open loop, audits it afterwards, and judges both.";
return await LoadCommands.Root(purpose, inject: null, clock).Parse(args).InvokeAsync();
