using FlashSale.Benchmarks;

#pragma warning disable RS0030 // The composition root: the one place that names the real clock.
var clock = TimeProvider.System;
#pragma warning restore RS0030

var command = new BenchmarkCommand().With(options => Benchmarks.Run(options, clock));
return command.Parse(args) is { Errors.Count: 0 } parsed ? parsed.Invoke() : Refuse(command.Parse(args));

static int Refuse(System.CommandLine.ParseResult parsed)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine($"benchmarks: {error.Message}");
    }

    return 2;
}
