using System.Globalization;
using FlashSale.LoadTests;

#pragma warning disable RS0030 // The composition root: a load test measures real time.
var clock = TimeProvider.System;
#pragma warning restore RS0030

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
return await LoadCommands.Root(clock).Parse(args).InvokeAsync();
