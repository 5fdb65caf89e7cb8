export interface City {
  code: string;
  locality: string;
  postalCode: string;
  latitude: number;
  longitude: number;
  lata: string;
}

/** The cities this network knows by name; other area codes have a state and no town. */
export const CITIES: readonly City[] = [
  { code: "503", locality: "Portland", postalCode: "97205", latitude: 45.5152, longitude: -122.6784, lata: "672" },
  { code: "206", locality: "Seattle", postalCode: "98101", latitude: 47.6062, longitude: -122.3321, lata: "674" },
  { code: "415", locality: "San Francisco", postalCode: "94103", latitude: 37.7749, longitude: -122.4194, lata: "722" },
  { code: "213", locality: "Los Angeles", postalCode: "90012", latitude: 34.0522, longitude: -118.2437, lata: "730" },
  { code: "303", locality: "Denver", postalCode: "80202", latitude: 39.7392, longitude: -104.9903, lata: "656" },
  { code: "512", locality: "Austin", postalCode: "78701", latitude: 30.2672, longitude: -97.7431, lata: "558" },
  { code: "312", locality: "Chicago", postalCode: "60602", latitude: 41.8781, longitude: -87.6298, lata: "358" },
  { code: "212", locality: "New York", postalCode: "10004", latitude: 40.7128, longitude: -74.006, lata: "132" },
  { code: "617", locality: "Boston", postalCode: "02108", latitude: 42.3601, longitude: -71.0589, lata: "128" },
  { code: "305", locality: "Miami", postalCode: "33128", latitude: 25.7617, longitude: -80.1918, lata: "460" },
  { code: "602", locality: "Phoenix", postalCode: "85003", latitude: 33.4484, longitude: -112.074, lata: "666" },
  { code: "416", locality: "Toronto", postalCode: "M5H", latitude: 43.6532, longitude: -79.3832, lata: "888" },
  { code: "604", locality: "Vancouver", postalCode: "V6B", latitude: 49.2827, longitude: -123.1207, lata: "888" },
];

export function cityOf(code: string): City | undefined {
  return CITIES.find((city) => city.code === code);
}
