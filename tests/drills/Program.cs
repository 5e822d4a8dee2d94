using FlashSale.Drill;

#pragma warning disable RS0030 // The composition root: the one place that names the real clock.
var clock = TimeProvider.System;
#pragma warning restore RS0030

// cluster.sh starts it: the connection is in the environment, as for the silos.
var connection = Environment.GetEnvironmentVariable("Silo__Connection");
if (connection is null || args is not [var verb, var folder, var number])
{
    Console.Error.WriteLine(
        "drill: Silo__Connection=… drill load FOLDER SECONDS | drill verify FOLDER MILLISECONDS");
    return 2;
}

await using var cluster = await Cluster.Join(connection, clock);
var records = new Records(folder);
return verb switch
{
    "load" => await new Load(cluster.Market, records, clock).Run(int.Parse(number, Records.Numbers)),
    _ => await new Verification(cluster.Market, records).Run(int.Parse(number, Records.Numbers)),
};
