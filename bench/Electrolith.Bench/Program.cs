using Electrolith.Bench;

// Run from the repository:
//   dotnet run -c Release --project bench/Electrolith.Bench -- routes > bench/results/routes.md
//   dotnet run -c Release --project bench/Electrolith.Bench -- thermodynamics > bench/results/thermodynamics.md
//   dotnet run -c Release --project bench/Electrolith.Bench -- impedance > bench/results/impedance.md
//   dotnet run -c Release --project bench/Electrolith.Bench -- cells > bench/results/cells.md
//   dotnet run -c Release --project bench/Electrolith.Bench -- processing > bench/results/processing.md
switch (args)
{
    case ["routes"]:
        RouteBench.Run();
        return 0;
    case ["thermodynamics"]:
        ThermodynamicsBench.Run();
        return 0;
    case ["impedance"]:
        ImpedanceBench.Run();
        return 0;
    case ["cells"]:
        CellsBench.Run();
        return 0;
    case ["processing"]:
        ProcessingBench.Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Electrolith.Bench -- routes|thermodynamics|impedance|cells|processing");
        return 2;
}
