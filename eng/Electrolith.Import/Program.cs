using Electrolith.Import;

// Turns data sets of others into the tables that this repository ships.
switch (args)
{
    case ["mp2019", var csv, var entries, var decomposition]:
        EnergyTableImport.Run(csv, entries, decomposition);
        return 0;
    default:
        Console.Error.WriteLine("usage: Electrolith.Import mp2019 GROUND-STATES.csv.gz ENTRIES.bin DECOMPOSITION.bin");
        return 2;
}
