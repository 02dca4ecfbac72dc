using Electrolith.Import;

const string Usage = """
    Turns data sets from elsewhere into the files that the product carries.

    usage: dotnet run --project eng/Electrolith.Import -- mp2019 DATASET.csv.gz data/thermodynamics/mp2019
      DATASET.csv.gz   columns formula, chemsys, formation_energy_eV_per_atom, decomposition_energy_eV_per_atom, in_matbench
      the last one     folder that holds screened.csv; receives entries.bin and decomposition.bin
    """;

if (args is not ["mp2019", var input, var folder])
{
    Console.Error.WriteLine(Usage);
    return 2;
}

try
{
    Console.WriteLine(FormationEnergyImport.Run(input, folder));
    return 0;
}
catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
